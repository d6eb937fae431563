package eu.rempart.quote.letterhead.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.rempart.common.Picture;
import eu.rempart.picture.PictureReader;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.quote.letterhead.NewLogo;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.UploadWords;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The logo of a letterhead: shown, brought by click or drag, taken away; kept with the rest. */
public final class LogoField extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int MEGABYTES = NewLogo.MAX_BYTES >> 20;

  private final transient PictureReader reader;
  private final Div shown = new Div();
  private final Paragraph problem = new Paragraph();
  private final Upload upload = new Upload();
  private final Button remove = new Button(t("letterhead.logo.remove"), Glyph.TRASH.create());
  private transient @Nullable NewLogo brought;
  private boolean removed;

  LogoField(PictureReader reader) {
    this.reader = reader;
    var label = new Span(t("letterhead.field.logo_id"));
    label.addClassName("letterhead-logo-label");
    shown.addClassName("letterhead-logo");
    problem.addClassName("letterhead-logo-problem");
    problem.getElement().setAttribute("role", "alert");
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    remove.addClickListener(_ -> takeAway());
    getContent().addClassName("letterhead-logo-field");
    getContent().getElement().setAttribute("role", "group");
    getContent().getElement().setAttribute("aria-label", t("letterhead.field.logo_id"));
    getContent().add(label, shown, problem, upload, remove);
    accept();
    show((Picture) null);
  }

  private void accept() {
    UploadHandler handler = this::receive;
    upload.setUploadHandler(handler);
    // the body as it is: a multipart request would make the server keep parts in a file, in clear
    upload.setUploadFormat(UploadFormat.RAW);
    upload.setMaxFiles(1);
    upload.setMaxFileSize(NewLogo.MAX_BYTES);
    // what it is, the server finds out
    upload.getElement().setProperty("accept", "image/png,image/jpeg");
    var choose = new Button(t("letterhead.logo.choose"), Glyph.UPLOAD.create());
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(t("letterhead.logo.drop", MEGABYTES)));
    upload.setI18n(UploadWords.of(choose.getText(), t("letterhead.logo.drop", MEGABYTES)));
    upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
  }

  /** Shows what is kept; null for none. What was brought and not kept is forgotten. */
  void show(@Nullable Picture kept) {
    brought = null;
    removed = false;
    draw(kept);
  }

  private void draw(@Nullable Picture picture) {
    shown.removeAll();
    problem.setVisible(false);
    remove.setVisible(picture != null);
    if (picture == null) {
      shown.add(new Paragraph(t("letterhead.logo.none")));
    } else {
      shown.add(new Image(picture.dataUrl(), t("letterhead.logo.is")));
    }
  }

  private void takeAway() {
    brought = null;
    removed = true;
    upload.clearFileList();
    draw(null);
  }

  /** Runs in the thread of the request: reading a picture takes a while. */
  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    byte[] file;
    try (var in = event.getInputStream()) {
      file = in.readNBytes(NewLogo.MAX_BYTES + 1);
    }
    String name = event.getFileName();
    Runnable answer;
    if (file.length > NewLogo.MAX_BYTES) {
      answer = () -> refuse(t("letterhead.logo.large", MEGABYTES));
    } else {
      answer = read(name == null ? "" : name, file);
    }
    var _ = ui.access(answer::run);
  }

  private Runnable read(String name, byte[] file) {
    try {
      NewLogo logo = new NewLogo(name, reader.drawing(file));
      return () -> take(logo);
    } catch (PictureRefusedException e) {
      return () ->
          refuse(
              switch (e.reason()) {
                case EMPTY, UNKNOWN_KIND -> t("letterhead.logo.kind");
                case FILE_TOO_LARGE -> t("letterhead.logo.large", MEGABYTES);
                case TOO_MANY_PIXELS -> t("letterhead.logo.pixels");
                case DAMAGED -> t("letterhead.logo.damaged");
                case TOO_MUCH -> t("letterhead.logo.much");
              });
    }
  }

  /** Shows what somebody brought, until it is kept. */
  public void take(NewLogo logo) {
    brought = logo;
    removed = false;
    upload.clearFileList();
    draw(logo.picture());
  }

  private void refuse(String sentence) {
    upload.clearFileList();
    problem.setText(sentence);
    problem.setVisible(true);
  }

  /** What was brought and is not kept yet. */
  @Nullable NewLogo brought() {
    return brought;
  }

  /** Whether the one that was there is not wanted any more. */
  boolean isRemoved() {
    return removed;
  }
}
