package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.exchange.run.upload.FileTooLargeException;
import eu.rempart.exchange.run.upload.Uploads;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.UploadWords;
import java.io.IOException;
import java.util.function.Consumer;

/** The first step: a file by click or drag. */
final class UploadStep extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Uploads uploads;
  private final transient Consumer<Brought> next;
  private final Upload upload;
  private final Paragraph problem = new Paragraph();

  UploadStep(Uploads uploads, Consumer<Brought> next) {
    this.uploads = uploads;
    this.next = next;
    addClassName("import-upload");
    UploadHandler handler = this::receive;
    upload = new Upload(handler);
    // the body as it is: a multipart request would make the server keep parts in a file, in clear
    upload.setUploadFormat(UploadFormat.RAW);
    upload.setMaxFiles(1);
    upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, uploads.limit().toBytes()));
    Button choose = new Button(t("exchange.upload.choose"), Glyph.UPLOAD.create());
    choose.addThemeVariants(ButtonVariant.PRIMARY);
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(t("exchange.upload.drop")));
    upload.setI18n(UploadWords.of(t("exchange.upload.choose"), t("exchange.upload.drop")));
    upload.addFileRejectedListener(_ -> show(tooLarge()));
    problem.addClassName("import-problem");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    Paragraph programs = new Paragraph(t("exchange.upload.programs"));
    programs.addClassName("import-hint");
    Paragraph sealed = new Paragraph(Glyph.SEALED.create(), new Span(t("exchange.upload.sealed")));
    sealed.addClassName("import-hint");
    add(upload, problem, programs, sealed);
  }

  /** Runs in the thread of the request, without the session's lock: large files take a while. */
  void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try {
      look(uploads.take(event.getFileName(), event.getInputStream()), ui);
    } catch (FileTooLargeException e) {
      var _ = ui.access(() -> show(tooLarge()));
    }
  }

  private void look(BroughtFile file, UI ui) throws IOException {
    try {
      Brought brought = Brought.look(file);
      var _ = ui.access(() -> next.accept(brought));
    } catch (UnreadableFileException e) {
      file.close();
      var _ = ui.access(() -> show(ImportWords.ofUi().file(e)));
    } catch (UIDetachedException e) {
      file.close();
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private String tooLarge() {
    return t("exchange.upload.too_large", uploads.limit().toMegabytes());
  }

  private void show(String sentence) {
    upload.clearFileList();
    problem.setText(sentence);
    problem.setVisible(true);
  }
}
