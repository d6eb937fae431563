package eu.rempart.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.fuzz.FuzzedReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cards of strangers. */
class VCardFuzzTest {

  @Test
  void cardsAreReadOrRefused() throws Exception {
    var options = new ImportOptions(CountryCode.of("FR"));
    new FuzzedReader(
            "vcard",
            "BEGIN:VCARD\r\n",
            "END:VCARD\r\n",
            "\r\n ",
            "ENCODING=QUOTED-PRINTABLE:",
            "=\r\n",
            "PHOTO;ENCODING=b:",
            "BDAY:",
            ";TYPE=",
            "\\,")
        .resource("/import/android-2.1.vcf")
        .resource("/import/apple-3.0.vcf")
        .resource("/import/google-3.0.vcf")
        .resource("/import/outlook-2.1.vcf")
        .resource("/import/thunderbird-4.0.vcf")
        .run(
            file -> {
              try (var rows =
                  VCardFile.read(() -> new ByteArrayInputStream(file), options, CardSample.CLOCK)) {
                assertThat(rows.stream()).doesNotContainNull();
              }
            },
            List.of(UnreadableFileException.class));
  }
}
