package eu.rempart.contact.photo.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.rempart.common.Picture;
import eu.rempart.picture.PictureReader;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.UploadWords;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The photo of a contact, as large as it is kept; another one by click, drag or camera. */
final class PhotoDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MEGABYTES = PictureReader.MAX_BYTES >> 20;

  private final Paragraph problem = new Paragraph();
  private final boolean shows;

  /** Only shows the photo, or that there is none. */
  PhotoDialog(String name, @Nullable Picture picture) {
    shows = picture != null;
    addClassName("photo-dialog");
    setHeaderTitle(name);
    if (picture == null) {
      var avatar = new Avatar(name, Avatar.Shape.PERSON);
      avatar.addClassName("photo-none");
      add(avatar, new Paragraph(t("contact.photo.none")));
    } else {
      var image = new Image(picture.dataUrl(), t("contact.photo.of", name));
      image.addClassName("photo-large");
      add(image);
    }
    problem.addClassName("photo-problem");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    add(problem);
    getFooter().add(new Button(t("shell.close"), _ -> close()));
  }

  /**
   * Takes another photo.
   *
   * @param take keeps a file, without the session's lock; answers the key of why not
   * @param done called when it is kept
   */
  void acceptFiles(Function<byte[], Optional<String>> take, Runnable done) {
    var upload = new Upload();
    UploadHandler handler = event -> receive(event, take, done, upload);
    upload.setUploadHandler(handler);
    // the body as it is: a multipart request would make the server keep parts in a file, in clear
    upload.setUploadFormat(UploadFormat.RAW);
    upload.setMaxFiles(1);
    upload.setMaxFileSize(PictureReader.MAX_BYTES);
    // what it is, the server finds out: a phone offers its camera for this
    upload.getElement().setProperty("accept", "image/*");
    var choose =
        new Button(
            shows ? t("contact.photo.change") : t("contact.photo.add"), Glyph.UPLOAD.create());
    choose.addThemeVariants(ButtonVariant.PRIMARY);
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(t("contact.photo.drop")));
    upload.setI18n(UploadWords.of(choose.getText(), t("contact.photo.drop")));
    upload.addFileRejectedListener(rejected -> refuse(upload, rejected.getErrorMessage()));
    add(upload);
  }

  void offerRemoval(Runnable remove) {
    if (shows) {
      var button = new Button(t("contact.photo.remove"), Glyph.TRASH.create(), _ -> remove.run());
      button.addThemeVariants(ButtonVariant.TERTIARY);
      getFooter().add(button);
    }
  }

  /** Runs in the thread of the request: reading a picture takes a while. */
  private void receive(
      UploadEvent event, Function<byte[], Optional<String>> take, Runnable done, Upload upload)
      throws IOException {
    UI ui = event.getUI();
    byte[] file;
    try (var in = event.getInputStream()) {
      file = in.readNBytes(PictureReader.MAX_BYTES + 1);
    }
    Optional<String> refused = take.apply(file);
    var _ =
        ui.access(() -> refused.ifPresentOrElse(key -> refuse(upload, t(key, MEGABYTES)), done));
  }

  private void refuse(Upload upload, String sentence) {
    upload.clearFileList();
    problem.setText(sentence);
    problem.setVisible(true);
  }
}
