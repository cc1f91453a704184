import org.jpos.iso.ISOMsg;
import org.jpos.iso.packager.ISO87BPackager;

/** jPOS's own binary packager of 1987 on the fields of iso8583.bench.ts: best of nine rounds. */
public class JposBench {
  private static final String CHIP = "9F2608DEAE676D1C4734119F2701809F101307020103A0A806010A01";

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    ISO87BPackager packager = new ISO87BPackager();
    byte[] bytes = sale(packager).pack();
    long decode = Long.MAX_VALUE;
    long encode = Long.MAX_VALUE;
    for (int round = 0; round <= 9; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        ISOMsg read = new ISOMsg();
        read.setPackager(packager);
        read.unpack(bytes);
      }
      long middle = System.nanoTime();
      for (int i = 0; i < count; i++) sale(packager).pack();
      long end = System.nanoTime();
      decode = Math.min(decode, (middle - start) / count);
      encode = Math.min(encode, (end - middle) / count);
    }
    System.out.println("decode_ns=" + decode + " encode_ns=" + encode);
  }

  private static ISOMsg sale(ISO87BPackager packager) throws Exception {
    ISOMsg sale = new ISOMsg();
    sale.setPackager(packager);
    sale.setMTI("0200");
    sale.set(2, "6200000000000005");
    sale.set(3, "000000");
    sale.set(4, "000000000100");
    sale.set(11, "000123");
    sale.set(14, "3012");
    sale.set(22, "051");
    sale.set(23, "001");
    sale.set(25, "00");
    sale.set(26, "12");
    sale.set(35, "6200000000000005D30122011234");
    sale.set(41, "12345678");
    sale.set(42, "123456789012345");
    sale.set(49, "156");
    sale.set(52, new byte[8]);
    // Reserved for national use in 1987: text, of the length that the chip data has.
    sale.set(55, CHIP.repeat(3).substring(0, 164));
    sale.set(60, "22000001000600");
    sale.set(64, new byte[8]);
    return sale;
  }
}
