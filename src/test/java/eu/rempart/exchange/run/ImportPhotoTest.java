package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import eu.rempart.common.Picture;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.exchange.export.TestExport;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.exchange.vcard.VCardExport;
import eu.rempart.picture.Photo;
import eu.rempart.picture.TestPictures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Photos in cards: in with the person, out with the person, and nothing is fetched. */
class ImportPhotoTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private final byte[] file = TestPictures.file("png", 300, 200);
  private final String coded = Base64.getEncoder().encodeToString(file);

  ImportPhotoTest() {
    super(house);
  }

  private ImportJob bring(byte[] cards) throws Exception {
    BroughtFile brought = house.bring("people.vcf", cards);
    ImportFile read = brought.cards(ImportOptions.none());
    ImportJob job = house.as(() -> house.imports().start(read, MatchPolicy.UPDATE, new Codes()));
    await(job);
    return job;
  }

  private byte[] card(String version, String photo) {
    return ("BEGIN:VCARD\r\nVERSION:"
            + version
            + "\r\nN:Photo;Ana\r\nFN:Ana Photo\r\nEMAIL:ana@H\r\n")
        .replace("H", host)
        .concat(photo + "\r\nREV:20261101T080000Z\r\nEND:VCARD\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** In lines of 60 signs, as programs write them. */
  private String folded(String blank) {
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < coded.length(); at += 60) {
      lines.append("\r\n").append(blank).append(coded, at, Math.min(coded.length(), at + 60));
    }
    return lines.toString();
  }

  private Optional<Picture> photo() {
    return house.as(() -> house.bean(PhotoService.class).image(one("ana").id()));
  }

  private Photo expected() throws Exception {
    return TestPictures.reader().read(file);
  }

  @ParameterizedTest
  @CsvSource({
    "2.1, PHOTO;ENCODING=BASE64;PNG:, ' '",
    "2.1, 'PHOTO;TYPE=PNG;ENCODING=BASE64:', ''",
    "3.0, PHOTO;ENCODING=b;TYPE=PNG:, ' '",
    "3.0, item1.PHOTO;TYPE=PNG;ENCODING=B:, ' '",
    "4.0, 'PHOTO:data:image/png;base64,', ' '"
  })
  void everyVersionBringsThePhoto(String version, String head, String blank) throws Exception {
    ImportJob job = bring(card(version, head + folded(blank)));

    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(photo()).contains(expected().image());
    assertThat(one("ana").data().lastName()).isEqualTo("Photo");
  }

  @Test
  void aLinkIsNotFetchedButRemarked() throws Exception {
    ImportJob job = bring(card("4.0", "PHOTO:https://tracker.example/ana.jpg"));

    assertThat(photo()).isEmpty();
    assertThat(job.shown().getFirst().row().problems())
        .extracting(problem -> problem.code().name())
        .containsExactly("PHOTO_SKIPPED");
  }

  @Test
  void aPhotoThatIsNoneKeepsNobodyOut() throws Exception {
    byte[] bomb = TestPictures.bomb(30_000, 30_000);
    ImportJob job =
        bring(card("3.0", "PHOTO;ENCODING=b;TYPE=PNG:" + Base64.getEncoder().encodeToString(bomb)));

    assertThat(photo()).isEmpty();
    assertThat(one("ana").data().lastName()).isEqualTo("Photo");
    assertThat(job.counts().created()).isEqualTo(1);
    assertThat(house.as(() -> house.imports().errorFile(job.id())))
        .hasValueSatisfying(rows -> assertThat(rows).contains("PHOTO_UNREADABLE"));
  }

  @Test
  void somebodyWhoHasAPhotoKeepsIt() throws Exception {
    bring(card("3.0", "PHOTO;ENCODING=b;TYPE=PNG:" + coded));
    Picture before = photo().orElseThrow();
    byte[] other = TestPictures.another(300, 200);

    ImportJob again =
        bring(
            card("3.0", "PHOTO;ENCODING=b;TYPE=PNG:" + Base64.getEncoder().encodeToString(other)));

    assertThat(photo()).contains(before);
    assertThat(again.counts().updated()).isZero();
  }

  @Test
  void somebodyWithoutAPhotoGetsOneAndLosesItByTheUndo() throws Exception {
    bring(card("3.0", "TITLE:"));
    ImportJob job = bring(card("3.0", "PHOTO;ENCODING=b;TYPE=PNG:" + coded));
    assertThat(job.counts().updated()).isEqualTo(1);
    assertThat(photo()).contains(expected().image());

    house.as(() -> house.undo().start(job.id()).get());

    assertThat(photo()).isEmpty();
    assertThat(one("ana").data().lastName()).isEqualTo("Photo");
  }

  @ParameterizedTest
  @EnumSource(VCardExport.Version.class)
  void thePhotoGoesOutInTheCardAndComesBackIn(VCardExport.Version version) throws Exception {
    bring(card("3.0", "PHOTO;ENCODING=b;TYPE=PNG:" + coded));
    ContactId ana = one("ana").id();
    Picture before = photo().orElseThrow();
    var out = new ByteArrayOutputStream();
    house.as(
        () -> {
          TestExport.of(house)
              .contactsAsCards(
                  new ContactQuery("", ContactFilter.NONE, ContactColumn.NAME, false, Set.of()),
                  List.of(ana),
                  version,
                  out);
          house.contacts().archive(List.of(ana));
          return true;
        });

    bring(out.toByteArray());

    assertThat(one("ana").id()).isNotEqualTo(ana);
    Picture after = photo().orElseThrow();
    assertThat(after.size()).isCloseTo(before.size(), withPercentage(20));
  }
}
