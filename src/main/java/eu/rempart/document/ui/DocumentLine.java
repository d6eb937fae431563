package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.document.Document;
import eu.rempart.document.file.StoredFile;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RelativeTime;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One document in a list: what it is called, what it is, and what can be done with it at once. */
@StyleSheet("styles/documents.css")
final class DocumentLine extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  /**
   * @param file that counts; null where it is gone
   * @param who did it; may be empty
   * @param preview shows what is in it
   * @param archive null for those who may not
   */
  DocumentLine(
      Document document,
      @Nullable StoredFile file,
      String who,
      Instant when,
      Runnable preview,
      @Nullable Runnable archive) {
    getContent().addClassName("document-line");
    var type = new Span(file == null ? "" : DocumentTexts.type(file));
    type.addClassName("document-type");
    type.getElement().setAttribute("aria-hidden", "true");
    var title = new Anchor(DocumentNavigation.details(document.id()), document.title());
    title.addClassName("document-title");
    var facts =
        new Span(
            Stream.of(
                    file == null ? "" : DocumentTexts.type(file),
                    file == null ? "" : DocumentTexts.size(file.size()),
                    who)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    facts.addClassName("document-facts");
    var words = new Div(title, facts, new RelativeTime(when));
    words.addClassName("document-words");
    Div actions = actions(file, document.title(), preview);
    if (archive != null) {
      actions.add(action(Glyph.ARCHIVE, t("document.archive"), archive));
    }
    getContent().add(type, words, actions);
  }

  /** What can be done with what is in a document. */
  static Div actions(@Nullable StoredFile file, String title, Runnable preview) {
    var actions = new Div();
    actions.addClassName("document-actions");
    if (file != null) {
      actions.add(action(Glyph.EYE, t("document.preview"), preview), download(file, title));
    }
    return actions;
  }

  /** A link that the browser saves, beside Flow. */
  static Anchor download(StoredFile file, String title) {
    var link = new Anchor(DocumentNavigation.content(file.id()), Glyph.DOWNLOAD.create());
    link.addClassName("document-download");
    link.setRouterIgnore(true);
    link.getElement().setAttribute("download", file.name().value());
    link.getElement().setAttribute("aria-label", t("document.download.of", title));
    link.getElement().setAttribute("title", t("document.download"));
    return link;
  }

  private static Button action(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }
}
