-- People look for payments by day, and a payment that was not approved has no business day: it is found
-- on the day on which it was tried, which ends at 23:00 in Shanghai as a business day does.
create index payment_found_on on payment (
  merchant_id,
  coalesce(business_day, (("at" at time zone 'Asia/Shanghai') + interval '1 hour')::date)
);
-- Nothing else looked by the business day alone.
drop index payment_day;
