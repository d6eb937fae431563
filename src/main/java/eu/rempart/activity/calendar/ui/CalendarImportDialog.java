package eu.rempart.activity.calendar.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.rempart.activity.ical.CalendarFileService;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import eu.rempart.activity.ical.NoCalendarException;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.UploadWords;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes an iCalendar file by click or drag, and says what is wrong with it. */
final class CalendarImportDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MEGABYTES = CalendarFileService.LARGEST >> 20;

  private final Paragraph problem = new Paragraph();
  private final Upload upload = new Upload();
  private final transient Function<byte[], Imported> take;
  private final transient Consumer<Imported> done;

  /**
   * Not open yet.
   *
   * @param take takes a file over, without the session's lock
   * @param done told what came of it
   */
  CalendarImportDialog(Function<byte[], Imported> take, Consumer<Imported> done) {
    this.take = take;
    this.done = done;
    setHeaderTitle(t("activity.ical.import"));
    UploadHandler handler = this::receive;
    upload.setUploadHandler(handler);
    // the body as it is: a multipart request would make the server keep parts in a file, in clear
    upload.setUploadFormat(UploadFormat.RAW);
    upload.setMaxFiles(1);
    upload.setMaxFileSize(CalendarFileService.LARGEST);
    upload.getElement().setProperty("accept", ".ics,text/calendar");
    var choose = new Button(t("activity.ical.choose"), Glyph.UPLOAD.create());
    choose.addThemeVariants(ButtonVariant.PRIMARY);
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(t("activity.ical.drop")));
    upload.setI18n(UploadWords.of(choose.getText(), t("activity.ical.drop")));
    upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
    problem.addClassName("photo-problem");
    problem.getElement().setAttribute("role", "alert");
    problem.setVisible(false);
    add(new Paragraph(t("activity.ical.sentence")), problem, upload);
    getFooter().add(new Button(t("shell.close"), _ -> close()));
  }

  /** Runs in the thread of the request: a calendar of years takes a while. */
  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    byte[] file;
    try (var in = event.getInputStream()) {
      file = in.readNBytes(CalendarFileService.LARGEST + 1);
    }
    try {
      Imported imported = take.apply(file);
      var _ =
          ui.access(
              () -> {
                close();
                done.accept(imported);
              });
    } catch (NoCalendarException e) {
      var _ = ui.access(() -> refuse(t("activity.ical.refused." + e.why().name(), MEGABYTES)));
    } catch (RuntimeException e) {
      var _ = ui.access(() -> refuse(t("activity.ical.refused.FAILED")));
      throw e; // for the log
    }
  }

  private void refuse(String sentence) {
    upload.clearFileList();
    problem.setText(sentence);
    problem.setVisible(true);
  }
}
