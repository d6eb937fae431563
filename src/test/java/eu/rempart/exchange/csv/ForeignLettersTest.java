package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.TextEncoding;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The encoding of tables in the letters of all Europe and beyond is guessed, and can be chosen. */
class ForeignLettersTest {

  private static final String RUSSIAN =
      """
      Имя,Фамилия,Город,Примечание
      Иван,Иванов,Москва,Позвонить после обеда
      Мария,Петрова,Санкт-Петербург,Постоянный клиент нашей компании
      Георги,Димитров,София,Интересуется новым оборудованием
      """;
  private static final String GREEK =
      """
      Όνομα,Επώνυμο,Πόλη,Σημείωση
      Γιώργος,Παπαδόπουλος,Αθήνα,Πελάτης από το περασμένο έτος
      Μαρία,Παππά,Θεσσαλονίκη,Θέλει να μιλήσει με τον διευθυντή
      """;
  private static final String JAPANESE =
      """
      名前,会社,都市,備考
      山田太郎,株式会社山田商店,東京,来週お電話をください
      鈴木花子,鈴木工業株式会社,大阪,新しいカタログを送ること
      """;
  private static final String FRENCH =
      """
      Prénom,Nom,Ville,Note
      Zoé,Lefèvre,Orléans,Société à rappeler après l’été
      François,Müller,Besançon,déjà cliente
      """;
  private static final String POLISH =
      """
      First Name,Last Name,City
      Jan,Iksiński,Łódź
      Małgorzata,Wąs,Gdańsk
      """;

  @ParameterizedTest
  @CsvSource({
    "windows-1251, 0, windows-1251",
    "KOI8-R, 0, KOI8-R",
    "windows-1253, 1, windows-1253",
    "Shift_JIS, 2, Shift_JIS",
    "x-MacRoman, 3, x-MacRoman",
    "windows-1252, 3, windows-1252",
    "windows-1250, 4, windows-1250",
    "UTF-8, 0, UTF-8",
    "UTF-16LE, 0, UTF-16LE",
  })
  void encodingIsGuessed(String written, int text, String guessed) throws IOException {
    var bytes =
        new String[] {RUSSIAN, GREEK, JAPANESE, FRENCH, POLISH}
            [text].getBytes(Charset.forName(written));

    assertThat(TextEncoding.detect(CsvSample.file(bytes))).isEqualTo(Charset.forName(guessed));
  }

  @Test
  void anotherEncodingIsChosenWithoutComplaint() throws IOException {
    var file = CsvSample.file(POLISH.getBytes(Charset.forName("ISO-8859-2")));
    var found = CsvFile.inspect(file);

    var chosen = CsvFile.inspect(file, found.dialect().withCharset(Charset.forName("ISO-8859-2")));

    assertThat(chosen.notes()).doesNotContain(FileProblem.WRONG_ENCODING);
    assertThat(CsvSample.read(file, chosen, "PL").person(0).name().last()).isEqualTo("Iksiński");
  }

  @Test
  void sampleShowsForeignLettersFarBelow() throws IOException {
    var rows = "Ann,Lee\n".repeat(100) + "Zoé,Dupont\n";

    var sample = CsvFile.inspect(CsvSample.file("First Name,Last Name\n" + rows)).sample();

    assertThat(sample.getLast()).containsExactly("Zoé", "Dupont");
  }
}
