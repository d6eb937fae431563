package eu.rempart.contact.photo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.upload.Upload;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.contact.ui.ContactDetailsView;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.picture.TestPictures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A face beside a name, where there is one. */
class PhotoScreensTest extends WithFirm {

  @Autowired private PhotoService photos;
  @Autowired private PhotoController controller;

  private ContactId faced(String last) throws Exception {
    ContactId id = person("Fanny", last);
    photos.put(id, TestPictures.reader().read(TestPictures.file("png", 200, 200)));
    return id;
  }

  private void openPhoto(ContactId id, String name) {
    navigate(ContactNavigation.details(id), ContactDetailsView.class);
    test(find(Button.class).withAttribute("aria-label", "Photo of " + name).single()).click();
  }

  @Test
  void thePhotoIsTakenAwayAndBroughtBack() throws Exception {
    ContactId id = faced("Visagiste");
    openPhoto(id, "Fanny Visagiste");
    assertThat(find(Image.class).single().getSrc()).startsWith("data:image/jpeg;base64,");

    click("Remove photo");
    assertThat(photos.image(id)).isEmpty();

    click("Undo");
    assertThat(photos.image(id)).isPresent();
  }

  @Test
  void whoeverHasNoneIsOfferedOne() {
    ContactId id = person("Faye", "Sansphoto");
    openPhoto(id, "Faye Sansphoto");

    assertThat(find(Image.class).exists()).isFalse();
    assertThat(find(Upload.class).exists()).isTrue();
    assertThat(offers("Remove photo")).isFalse();
  }

  @Test
  void readersLookAndDoNotChange() throws Exception {
    ContactId id = faced("Regardez");
    actAs(Role.READER);
    openPhoto(id, "Fanny Regardez");

    assertThat(find(Image.class).exists()).isTrue();
    assertThat(find(Upload.class).exists()).isFalse();
    assertThat(offers("Remove photo")).isFalse();
  }

  @Test
  void aPageGetsTheFacesThatThereAreAndNoCacheKeepsThem() throws Exception {
    ContactId id = faced("Abgebildet");
    ContactId none = person("Fritz", "Gesichtslos");

    ResponseEntity<Map<String, String>> answer =
        controller.thumbnails(List.of(id.value(), none.value(), UUID.randomUUID()));

    assertThat(answer.getBody()).containsOnlyKeys(id.toString());
    assertThat(answer.getHeaders().getCacheControl()).contains("no-store").contains("private");
  }

  @Test
  void nobodyAsksForEverybody() {
    List<UUID> many = java.util.stream.Stream.generate(UUID::randomUUID).limit(101).toList();

    assertThat(controller.thumbnails(many).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
  }
}
