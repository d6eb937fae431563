package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.picture.TestPictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contact gets a face, loses it, and gets it back from the history. */
class PhotoJourneyIT {

  private static final FilePayload PHOTO =
      new FilePayload("amelie.png", "image/png", TestPictures.file("png", 900, 700));
  private static final FilePayload NO_PHOTO =
      new FilePayload("a.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8));

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#pocket")
  void aFaceShowsWhereverTheNameDoes(Way way) {
    String lastName = "Visage" + way.toString().replace("-", "");
    String name = "Amélie " + lastName;
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.createContact("Amélie", lastName, "");
      person.button("contact.photo.of", name).click();
      upload(person, NO_PHOTO);
      person.isTold(person.t("contact.photo.refused.kind"));
      person.picture("photo-refused");
      upload(person, PHOTO);
      person.isTold(person.t("contact.photo.saved"));
      Locator face = person.main().locator(".avatar-large lazy-picture img");
      assertThat(face).isVisible();
      person.picture("photo-details");
      person.button("contact.photo.of", name).click();
      assertThat(person.dialog().locator(".photo-large")).isVisible();
      person.picture("photo-dialog");

      person.open("/contacts");
      person.search("amelie " + lastName);
      assertThat(person.record(name).first().locator("lazy-picture img")).isVisible();
      person.picture("photo-list");

      person.openRecord(name);
      person.button("contact.photo.of", name).click();
      person.dialogButton("contact.photo.remove").click();
      person.isTold(person.t("contact.photo.removed"));
      assertThat(face).hasCount(0);

      person.tab("contact.tab.history").click();
      assertThat(person.main().locator("img.history-old").first()).isVisible();
      person.picture("photo-history");
      person
          .button("history.put.back.field", person.t("contact_photo.field.thumbnail"))
          .first()
          .click();
      person.isTold(person.t("history.put.back.done"));
      assertThat(face).isVisible();
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void nobodySeesAFaceWithoutSigningIn() {
    String path;
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      String name = person.createContact("Amélie", "Privée", "");
      path = person.page().url().replaceAll("^.*/contacts/([0-9a-f-]{36}).*$", "/photos/$1");
      person.button("contact.photo.of", name).click();
      upload(person, PHOTO);
      person.isTold(person.t("contact.photo.saved"));
      APIResponse mine = person.page().request().get(path);
      assertThat(mine.text()).contains("/9j/");
      assertThat(mine.headers().get("cache-control")).contains("no-store").contains("private");
    }
    try (Person stranger = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      assertThat(stranger.page().request().get(path).text()).doesNotContain("/9j/");
    }
  }

  private static void upload(Person person, FilePayload file) {
    person.page().locator("vaadin-upload input[type=file]").setInputFiles(file);
  }
}
