package eu.rempart.db.sealed;

import eu.rempart.common.AddressKind;
import eu.rempart.common.ContentKey;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.Picture;
import eu.rempart.common.PostalAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What sealed columns open to: a domain {@code sealed_x} in SQL is the constant X here. */
public final class SealedTypes {

  /** Any text, as UTF-8. */
  public static final SealedType<String> TEXT =
      new SealedType<>() {
        @Override
        public byte[] encode(String value) {
          return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decode(byte[] bytes) {
          return new String(bytes, StandardCharsets.UTF_8);
        }
      };

  /** A date, as ISO 8601 in ASCII. */
  public static final SealedType<LocalDate> DATE =
      new SealedType<>() {
        @Override
        public byte[] encode(LocalDate value) {
          return value.toString().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public LocalDate decode(byte[] bytes) {
          try {
            return LocalDate.parse(new String(bytes, StandardCharsets.US_ASCII));
          } catch (DateTimeException e) {
            throw SealedList.broken();
          }
        }
      };

  /** E-mail addresses in their order. */
  public static final SealedType<List<EmailEntry>> EMAILS =
      new SealedList<>() {
        @Override
        void write(EmailEntry entry, Out out) {
          out.text(entry.address().value());
          out.code(emailKind(entry.kind()));
          out.flags(entry.primary(), entry.optedOut(), entry.invalid());
        }

        @Override
        EmailEntry read(In in) {
          EmailAddress address = new EmailAddress(in.text());
          EmailKind kind = emailKind(in.code());
          int flags = in.code();
          return new EmailEntry(
              address, kind, In.flag(flags, 0), In.flag(flags, 1), In.flag(flags, 2));
        }
      };

  /** Phone numbers in their order. */
  public static final SealedType<List<PhoneEntry>> PHONES =
      new SealedList<>() {
        @Override
        void write(PhoneEntry entry, Out out) {
          PhoneNumber number = entry.number();
          out.text(number.typed());
          out.textOrNull(number.e164());
          out.code(phoneKind(entry.kind()));
          out.flags(entry.primary(), entry.doNotCall(), entry.invalid());
        }

        @Override
        PhoneEntry read(In in) {
          PhoneNumber number = new PhoneNumber(in.text(), in.textOrNull());
          PhoneKind kind = phoneKind(in.code());
          int flags = in.code();
          return new PhoneEntry(
              number, kind, In.flag(flags, 0), In.flag(flags, 1), In.flag(flags, 2));
        }
      };

  /** Postal addresses in their order. */
  public static final SealedType<List<PostalAddress>> ADDRESSES =
      new SealedList<>() {
        @Override
        void write(PostalAddress entry, Out out) {
          out.code(addressKind(entry.kind()));
          out.text(entry.street());
          out.text(entry.city());
          out.text(entry.region());
          out.text(entry.postalCode());
          CountryCode country = entry.country();
          out.textOrNull(country == null ? null : country.value());
        }

        @Override
        PostalAddress read(In in) {
          AddressKind kind = addressKind(in.code());
          String street = in.text();
          String city = in.text();
          String region = in.text();
          String postalCode = in.text();
          String country = in.textOrNull();
          return new PostalAddress(
              kind,
              street,
              city,
              region,
              postalCode,
              country == null ? null : new CountryCode(country));
        }
      };

  /**
   * A picture, as the length of its JPEG (4 bytes, big-endian), the JPEG, and zeros up to a power
   * of two, 8 KiB at least: whoever has the photo of somebody could else tell by its length where
   * it is kept.
   */
  public static final SealedType<Picture> PICTURE =
      new SealedType<>() {
        @Override
        public byte[] encode(Picture value) {
          int least = Integer.BYTES + value.size();
          int step = Math.max(8_192, Integer.highestOneBit(least - 1) << 1);
          return ByteBuffer.allocate(step).putInt(value.size()).put(value.jpeg()).array();
        }

        @Override
        public Picture decode(byte[] bytes) {
          if (bytes.length < Integer.BYTES) {
            throw SealedList.broken();
          }
          int size = ByteBuffer.wrap(bytes).getInt();
          if (size < 0 || size > bytes.length - Integer.BYTES) {
            throw SealedList.broken();
          }
          return new Picture(Arrays.copyOfRange(bytes, Integer.BYTES, Integer.BYTES + size));
        }
      };

  /** The key of one file's content, as its bytes. */
  public static final SealedType<ContentKey> KEY =
      new SealedType<>() {
        @Override
        public byte[] encode(ContentKey value) {
          return value.bytes();
        }

        @Override
        public ContentKey decode(byte[] bytes) {
          return new ContentKey(bytes);
        }
      };

  private SealedTypes() {}

  // Letters, not ordinals: what is sealed outlives the order of an enum.

  private static char emailKind(EmailKind kind) {
    return switch (kind) {
      case WORK -> 'w';
      case HOME -> 'h';
      case OTHER -> 'o';
    };
  }

  private static EmailKind emailKind(int code) {
    return switch (code) {
      case 'w' -> EmailKind.WORK;
      case 'h' -> EmailKind.HOME;
      case 'o' -> EmailKind.OTHER;
      default -> throw SealedList.broken();
    };
  }

  private static char phoneKind(PhoneKind kind) {
    return switch (kind) {
      case MOBILE -> 'm';
      case WORK -> 'w';
      case HOME -> 'h';
      case FAX -> 'f';
      case PAGER -> 'p';
      case OTHER -> 'o';
    };
  }

  private static PhoneKind phoneKind(int code) {
    return switch (code) {
      case 'm' -> PhoneKind.MOBILE;
      case 'w' -> PhoneKind.WORK;
      case 'h' -> PhoneKind.HOME;
      case 'f' -> PhoneKind.FAX;
      case 'p' -> PhoneKind.PAGER;
      case 'o' -> PhoneKind.OTHER;
      default -> throw SealedList.broken();
    };
  }

  private static char addressKind(AddressKind kind) {
    return switch (kind) {
      case WORK -> 'w';
      case HOME -> 'h';
      case BILLING -> 'b';
      case SHIPPING -> 's';
      case OTHER -> 'o';
    };
  }

  private static AddressKind addressKind(int code) {
    return switch (code) {
      case 'w' -> AddressKind.WORK;
      case 'h' -> AddressKind.HOME;
      case 'b' -> AddressKind.BILLING;
      case 's' -> AddressKind.SHIPPING;
      case 'o' -> AddressKind.OTHER;
      default -> throw SealedList.broken();
    };
  }
}
