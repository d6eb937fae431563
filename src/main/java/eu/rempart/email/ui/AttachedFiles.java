package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.email.Attachment;
import eu.rempart.email.attach.AttachmentService;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.UploadWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What goes with an e-mail: documents of the record, or files that are brought and become such. */
final class AttachedFiles extends Div {

  private static final long serialVersionUID = 1L;
  private static final int MEGABYTES = AttachmentService.MOST_BYTES >> 20;

  /** Where files come from. */
  interface Source {

    List<Attachment> offered();

    /** Whether whoever writes may bring files. */
    boolean mayBring();

    /** Keeps a file; empty where the record is gone. In the thread of the request. */
    Optional<Attachment> bring(String name, byte[] content) throws FileRefusedException;
  }

  private final transient Source source;
  private final transient List<Attachment> chosen;
  private final UnorderedList list = new UnorderedList();
  private final Div problem = new Div();
  private transient Runnable changed = () -> {};

  AttachedFiles(List<Attachment> begun, Source source) {
    this.source = source;
    chosen = new ArrayList<>(begun);
    addClassName("email-files");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", t("email.compose.files"));
    list.addClassName("email-files-list");
    problem.addClassName("email-files-problem");
    problem.getElement().setAttribute("role", "alert");
    var help = new Paragraph(t("email.compose.files.help", MEGABYTES));
    help.addClassName("email-files-help");
    var row = new Div(documents());
    row.addClassName("email-helpers");
    if (source.mayBring()) {
      row.add(upload());
    }
    add(list, row, help, problem);
    draw();
  }

  void onChange(Runnable listener) {
    changed = listener;
  }

  List<Attachment> value() {
    return List.copyOf(chosen);
  }

  private ChoiceField<Attachment> documents() {
    var box = new ChoiceField<Attachment>(t("email.compose.files.document"));
    box.setItems(
        query ->
            source.offered().stream()
                .filter(each -> matches(each, query.getFilter().orElse("")))
                .skip(query.getOffset())
                .limit(query.getLimit()));
    box.setItemLabelGenerator(Attachment::name);
    box.addValueChangeListener(
        picked -> {
          if (picked.getValue() != null) {
            add(picked.getValue());
            box.clear();
          }
        });
    return box;
  }

  private static boolean matches(Attachment each, String text) {
    return each.name().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
  }

  private Upload upload() {
    var upload = new Upload();
    UploadHandler handler = event -> receive(event, upload);
    upload.setUploadHandler(handler);
    // the body as it is: a multipart request would make the server keep parts in a file, in clear
    upload.setUploadFormat(UploadFormat.RAW);
    upload.setMaxFileSize(AttachmentService.MOST_BYTES);
    var choose = new Button(t("email.compose.files.bring"), Glyph.UPLOAD.create());
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(t("email.compose.files.drop")));
    upload.setI18n(UploadWords.of(choose.getText(), t("email.compose.files.drop")));
    upload.addFileRejectedListener(_ -> refuse(t("email.compose.files.large", MEGABYTES)));
    return upload;
  }

  /** Runs in the thread of the request. */
  private void receive(UploadEvent event, Upload upload) throws IOException {
    UI ui = event.getUI();
    byte[] content;
    try (var in = event.getInputStream()) {
      content = in.readNBytes(AttachmentService.MOST_BYTES + 1);
    }
    String name = event.getFileName();
    Runnable answer = brought(name == null ? "" : name, content);
    var _ =
        ui.access(
            () -> {
              upload.clearFileList();
              answer.run();
            });
  }

  private Runnable brought(String name, byte[] content) {
    if (content.length > AttachmentService.MOST_BYTES) {
      return () -> refuse(t("email.compose.files.large", MEGABYTES));
    }
    try {
      Optional<Attachment> kept = source.bring(name, content);
      return () -> kept.ifPresentOrElse(this::add, () -> refuse(t("email.gone")));
    } catch (FileRefusedException _) {
      return () -> refuse(t("email.attachment.REFUSED", name));
    }
  }

  private void add(Attachment each) {
    problem.setText("");
    if (!chosen.contains(each)) {
      chosen.add(each);
      draw();
      changed.run();
    }
  }

  private void draw() {
    list.removeAll();
    list.setVisible(!chosen.isEmpty());
    for (Attachment each : chosen) {
      var remove =
          new Button(
              Glyph.CLOSE.create(),
              _ -> {
                chosen.remove(each);
                problem.setText("");
                draw();
                changed.run();
              });
      remove.addThemeVariants(ButtonVariant.TERTIARY);
      remove.setAriaLabel(t("email.compose.files.remove", each.name()));
      list.add(new ListItem(new Span(each.name()), remove));
    }
  }

  /** Says what is wrong with them. */
  void refuse(String sentence) {
    problem.setText(sentence);
  }
}
