package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is typed into a field that chooses from a list, without waiting for the browser to
 * have the list: the one item of that name, or the only one that is found by it. What names none or
 * several stays in the field and is said.
 */
final class ChoiceReader<T> implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So many hits are looked through for one of exactly the name. */
  private static final int HITS = 50;

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Tells the server of what stands in a field that is left: several are chosen from a list that
   * forgets it then. Once a field that complained is empty, or as it was, it says so too.
   */
  private static final String LEAVING =
      """
      const field = this;
      if (!field.choiceReader) {
        field.choiceReader = true;
        field.addEventListener('focusout', event => {
          const text = field.inputElement?.value ?? '';
          if (field.readonly || field._closeOnBlurIsPrevented || !document.hasFocus()) return;
          const many = Array.isArray(field.selectedItems);
          const shown = many || !field.selectedItem ? '' : field._getItemLabel(field.selectedItem);
          if (text === shown) {
            if (field.invalid) field.dispatchEvent(new CustomEvent('choice-left'));
          } else if (many) {
            field.dispatchEvent(new CustomEvent('choice-unread', {detail: text}));
          }
        }, true);
        field.choiceTaken = () => {
          if (matchMedia('(max-width: 48rem)').matches) field.close();
        };
        field.addEventListener('change', field.choiceTaken);
      }
      """;

  /** On a phone the list would cover what comes next. */
  private static final String TAKEN = "this.choiceTaken?.()";

  private static final String UNREAD = "event.detail";

  /** Unless more is typed by now. */
  private static final String PUT_BACK =
      "if (!this.inputElement.value) this.inputElement.value = this._inputElementValue = $0;";

  private final ComboBoxBase<?, T, ?> field;
  private final Consumer<T> take;
  private @Nullable Function<String, Optional<T>> otherwise;
  private String wrong = "";
  private @Nullable String problem;

  /**
   * A reader.
   *
   * @param take makes an item the field's value, or one of them
   */
  ChoiceReader(ComboBoxBase<?, T, ?> field, Consumer<T> take) {
    this.field = field;
    this.take = take;
  }

  /** Listens to the field; once, by the field itself. */
  void listen() {
    field.addCustomValueSetListener(event -> read(event.getDetail(), true));
    field.addAttachListener(_ -> field.getElement().executeJs(LEAVING));
    field.getElement().addEventListener("choice-left", _ -> left());
    field
        .getElement()
        .addEventListener(
            "choice-unread", event -> read(event.getEventData().get(UNREAD).asString(), false))
        .addEventData(UNREAD);
    field.addValueChangeListener(_ -> clear());
  }

  /**
   * What a text means that names nothing in the list. Several are chosen from a list that tells
   * apart what was confirmed with Enter, and is made of it, from what was only left.
   *
   * @param said where it means nothing
   */
  void otherwise(Function<String, Optional<T>> made, String said) {
    otherwise = made;
    wrong = said;
  }

  boolean isUnread() {
    return problem != null;
  }

  /** Refuses a text that is none of the list, then says what the field's own validator says. */
  <V> Validator<V> validator(Validator<V> own) {
    return (value, context) -> {
      String said = problem;
      return said == null ? own.apply(value, context) : ValidationResult.error(said);
    };
  }

  private void left() {
    if (problem != null) {
      clear();
      field.setInvalid(false);
    }
  }

  private void clear() {
    if (problem != null) {
      problem = null;
      field.setErrorMessage("");
      field.setInvalid(false);
    }
  }

  /**
   * Reads what is typed.
   *
   * @param meant whether it was confirmed; a field that is only left makes nothing of a text
   */
  private void read(String typed, boolean meant) {
    String text = typed.strip();
    if (text.isEmpty()) {
      clear();
      return;
    }
    List<T> hits = find(text);
    List<T> named = hits.stream().filter(hit -> plain(label(hit)).equals(plain(text))).toList();
    Function<String, Optional<T>> made = otherwise;
    if (named.size() == 1) {
      accept(named.getFirst());
    } else if (made != null && named.isEmpty()) {
      if (meant) {
        made.apply(text).ifPresentOrElse(this::accept, () -> refuse(wrong, typed));
      } else {
        refuse(t("shell.field.choice.unmeant", text), typed);
      }
    } else if (named.isEmpty() && hits.size() == 1 && says(hits.getFirst(), text)) {
      accept(hits.getFirst());
    } else {
      refuse(
          t(hits.size() < 2 ? "shell.field.choice.none" : "shell.field.choice.several", text),
          typed);
    }
  }

  /** Whether it has each of the words: lists offer what is only alike, too. */
  private boolean says(T item, String text) {
    String label = plain(label(item));
    return Stream.of(SPACES.split(plain(text))).allMatch(label::contains);
  }

  private void accept(T item) {
    clear();
    take.accept(item);
    field.getElement().executeJs(TAKEN);
  }

  private void refuse(String sentence, String typed) {
    problem = sentence;
    field.setErrorMessage(sentence);
    field.setInvalid(true);
    field.getElement().executeJs(PUT_BACK, typed);
  }

  private List<T> find(String text) {
    DataProvider<T, ?> items = field.getDataProvider();
    if (items.isInMemory()) {
      return items
          .fetch(new Query<>())
          .filter(item -> plain(label(item)).contains(plain(text)))
          .limit(HITS)
          .toList();
    }
    @SuppressWarnings("unchecked") // lists that are not in memory are filtered by text
    var found = (DataProvider<T, String>) items;
    try (Stream<T> hits = found.fetch(new Query<>(0, HITS, List.of(), null, text))) {
      return hits.toList();
    }
  }

  private String label(T item) {
    return field.getItemLabelGenerator().apply(item);
  }

  /** Small letters without marks, spaces once. */
  private static String plain(String text) {
    String apart = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(apart).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
