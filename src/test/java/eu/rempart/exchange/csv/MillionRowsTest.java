package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.Tries;
import eu.rempart.common.CountryCode;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A large file streams through: a fifth of a million rows in every run; in the long profile a
 * million, which would fill the memory of its process as text.
 */
class MillionRowsTest {

  private static final int ROWS = Tries.LONG ? 1_000_000 : 200_000;
  private static final long BYTES_AT_LEAST = ROWS * 100L;

  @Test
  void aMillionRowsStreamThrough() throws IOException {
    FileSource file = () -> generated(ROWS);
    var inspection = CsvFile.inspect(file);
    var options = new ImportOptions(CountryCode.of("FR"));
    var count = 0L;
    var phones = 0L;
    try (var rows =
        CsvFile.read(file, inspection, inspection.proposal(), options, CsvSample.CLOCK)) {
      while (rows.hasNext()) {
        var row = rows.next();
        count++;
        var person = row.person();
        phones += person == null ? 0 : person.phones().size();
        if (count == ROWS) {
          assertThat(row.number()).isEqualTo(ROWS + 1L);
        }
      }
      assertThat(rows.bytesRead()).isGreaterThan(BYTES_AT_LEAST);
    }
    assertThat(count).isEqualTo(ROWS);
    assertThat(phones).isEqualTo(2L * ROWS);
  }

  private static InputStream generated(int rows) {
    var header =
        "Prénom,Nom,Société,Fonction,E-mail,Téléphone,Portable,Rue,CP,Ville,Pays,Né(e) le\n";
    var chunks = LongStream.range(0, rows / 1_000).mapToObj(MillionRowsTest::chunk);
    return new Chunks(
        Stream.concat(Stream.of(header.getBytes(StandardCharsets.UTF_8)), chunks).iterator());
  }

  private static byte[] chunk(long chunk) {
    var text = new StringBuilder(150_000);
    for (var i = chunk * 1_000; i < (chunk + 1) * 1_000; i++) {
      text.append("Élodie,Lefèvre ")
          .append(i)
          .append(",\"Société ")
          .append(i / 7)
          .append(", SARL\",Directrice,elodie.")
          .append(i)
          .append("@lefevre.example,")
          .append("01" + (10_000_000 + i))
          .append(',')
          .append("+336" + (10_000_000 + i))
          .append(",12 rue du Four,69002,Lyon,France,")
          .append(1 + i % 28)
          .append("/03/19")
          .append(50 + i % 40)
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
