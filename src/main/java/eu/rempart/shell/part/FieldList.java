package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.db.sealed.Opened;
import java.util.function.Function;

/**
 * Labels and values of a record, for reading. Empty values take no place; what does not open is
 * marked and leaves the rest usable.
 */
public final class FieldList extends DescriptionList {

  private static final long serialVersionUID = 1L;

  /** Copies in the browser: a clipboard answers only to a click, not to a server. */
  private static final String COPY =
      """
      this.addEventListener('click', async () => {
        await navigator.clipboard.writeText($0);
        this.classList.add('copied');
        this.dispatchEvent(new Event('copied'));
        setTimeout(() => this.classList.remove('copied'), 1500);
      });
      """;

  public FieldList() {
    addClassName("field-list");
  }

  /** Adds a value, unless it is empty. */
  public FieldList add(String label, String value) {
    return value.isEmpty() ? this : add(label, new Span(value));
  }

  /** Adds a value with a button that copies it, unless it is empty. */
  public FieldList addCopyable(String label, String value) {
    return value.isEmpty() ? this : add(label, copyable(new Span(value), label, value));
  }

  /** Adds a sealed value: its text, nothing when empty, the mark when it does not open. */
  public <T> FieldList addSealed(String label, Opened<T> opened, Function<T, String> format) {
    return switch (opened) {
      case Opened.Clear<T>(var value) -> value == null ? this : add(label, format.apply(value));
      case Opened.Unopenable<T>(var code) -> add(label, new SealedMark(code));
    };
  }

  /** Adds anything else: links, several lines, badges. */
  public FieldList add(String label, Component... values) {
    var row = new Div();
    row.addClassName("field-row");
    row.getElement()
        .appendChild(new Term(label).getElement(), new Description(values).getElement());
    getElement().appendChild(row.getElement());
    return this;
  }

  /**
   * A value with a button that copies it.
   *
   * @param shown how it looks, a link for instance
   * @param label names what is copied, for screen readers
   * @param value what goes to the clipboard
   */
  public static Component copyable(Component shown, String label, String value) {
    var row = new Div(shown, copyButton(label, value));
    row.addClassName("copyable");
    return row;
  }

  /**
   * A button that copies a value, and says so.
   *
   * @param label names what is copied, for screen readers
   * @param value what goes to the clipboard
   */
  public static Button copyButton(String label, String value) {
    var copy = new Button(Glyph.COPY.create());
    copy.addThemeVariants(ButtonVariant.TERTIARY);
    copy.addClassName("copy");
    copy.setAriaLabel(t("shell.copy", label));
    copy.setTooltipText(t("shell.copy", label));
    copy.addAttachListener(_ -> copy.getElement().executeJs(COPY, value));
    copy.getElement().addEventListener("copied", _ -> Notices.success(t("shell.copied")));
    return copy;
  }
}
