/** Yuan as people type them: '1,200', '12.5', full-width digits. Gives plain decimals, '1200.00'. */
import { Input } from 'antd';

type AmountParts = {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (text: string) => void;
  readonly onBlur?: () => void;
  readonly label?: string;
};

export function AmountInput({ id, value = '', onChange, onBlur, label }: AmountParts) {
  return (
    <Input
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      prefix="¥"
      inputMode="decimal"
      autoComplete="off"
      maxLength={15}
      value={value}
      onChange={({ target }) => onChange?.(plain(target.value))}
      {...(onBlur ? { onBlur } : {})}
    />
  );
}

const FULL_WIDTH_SHIFT = 0xfee0;

function plain(text: string): string {
  return text
    .replaceAll(/[\uff10-\uff19\uff0e]/g, (sign) =>
      String.fromCodePoint((sign.codePointAt(0) ?? 0) - FULL_WIDTH_SHIFT),
    )
    .replaceAll(/[^\d.]/g, '')
    .replace(/^(\d*\.?\d{0,2}).*$/, '$1');
}
