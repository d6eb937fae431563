package eu.rempart.db.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.Picture;
import eu.rempart.common.PostalAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedTypesTest {

  @Test
  void everyTypeComesBackAsItWent() {
    List<EmailEntry> emails = new ArrayList<>();
    for (EmailKind kind : EmailKind.values()) {
      emails.add(new EmailEntry(EmailAddress.of("marie@example.org"), kind, true, false, true));
      emails.add(new EmailEntry(EmailAddress.of("é@exämple.org"), kind, false, true, false));
    }
    List<PhoneEntry> phones = new ArrayList<>();
    for (PhoneKind kind : PhoneKind.values()) {
      phones.add(
          new PhoneEntry(
              new PhoneNumber("06 12 34 56 78", "+33612345678"), kind, true, true, false));
      phones.add(new PhoneEntry(new PhoneNumber("poste 12", null), kind, false, false, true));
    }
    List<PostalAddress> addresses = new ArrayList<>();
    for (AddressKind kind : AddressKind.values()) {
      addresses.add(
          new PostalAddress(
              kind, "1 rue de la Paix\n" + "x".repeat(300), "Paris", "", "75002", null));
      addresses.add(new PostalAddress(kind, "", "", "", "", CountryCode.of("BE")));
    }
    assertThat(roundTrip(SealedTypes.TEXT, "Zoë 🦆")).isEqualTo("Zoë 🦆");
    assertThat(roundTrip(SealedTypes.DATE, LocalDate.of(1980, 3, 7)))
        .isEqualTo(LocalDate.of(1980, 3, 7));
    assertThat(roundTrip(SealedTypes.EMAILS, emails)).isEqualTo(emails);
    assertThat(roundTrip(SealedTypes.PHONES, phones)).isEqualTo(phones);
    assertThat(roundTrip(SealedTypes.ADDRESSES, addresses)).isEqualTo(addresses);
    assertThat(roundTrip(SealedTypes.EMAILS, List.of())).isEmpty();
  }

  @Test
  void aUsualEmailFitsTheSecondPaddingStep() {
    byte[] bytes =
        SealedTypes.EMAILS.encode(
            List.of(
                EmailEntry.of(EmailAddress.of("marie.dupont@example.org"), EmailKind.WORK, true)));

    assertThat(bytes.length).isLessThanOrEqualTo(32);
  }

  @Test
  void theLengthOfAPictureSaysNextToNothing() {
    for (int size : new int[] {4, 3_000, 8_188, 8_189, 40_000, 65_532, 65_533}) {
      byte[] jpeg = new byte[size];
      jpeg[0] = (byte) 0xff;
      jpeg[1] = (byte) 0xd8;
      jpeg[size - 1] = (byte) 0xd9;
      Picture picture = new Picture(jpeg);

      assertThat(SealedTypes.PICTURE.encode(picture).length).isIn(8_192, 16_384, 65_536, 131_072);
      assertThat(roundTrip(SealedTypes.PICTURE, picture)).isEqualTo(picture);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SealedTypes.PICTURE.decode(new byte[] {0, 0, 0, 9, 1}));
    assertThatIllegalArgumentException().isThrownBy(() -> SealedTypes.PICTURE.decode(new byte[3]));
  }

  @Test
  void bytesThatWereCutOffOrMadeUpAreRefused() {
    byte[] whole =
        SealedTypes.PHONES.encode(
            List.of(PhoneEntry.of(new PhoneNumber("0612345678", null), PhoneKind.MOBILE, true)));
    for (int length = 2; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatIllegalArgumentException().isThrownBy(() -> SealedTypes.PHONES.decode(cut));
    }
    byte[] unknownFormat = whole.clone();
    unknownFormat[0] = 9;
    assertThatIllegalArgumentException().isThrownBy(() -> SealedTypes.PHONES.decode(unknownFormat));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SealedTypes.DATE.decode(new byte[] {1, 2}));
  }

  private static <T> T roundTrip(SealedType<T> type, T value) {
    return type.decode(type.encode(value));
  }
}
