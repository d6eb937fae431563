package eu.rempart.shell.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.part.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is typed and not chosen from the open list, as the browser tells of it. */
class ChoiceFieldTest extends BrowserlessTest {

  private static final List<String> NAMES =
      List.of("Luc Aerts", "Marc Aerts", "Marc Aertsen", "Zoé Müller");

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.field");
  }

  @Test
  void whatIsTypedIsChosenThoughTheListIsNotThereYet() {
    var field = lazy();
    var fromClient = new ArrayList<Boolean>();
    field.addValueChangeListener(change -> fromClient.add(change.isFromClient()));

    type(field, "aerts luc");
    assertThat(field.getValue()).as("the only hit").isEqualTo("Luc Aerts");
    type(field, "marc aerts");
    assertThat(field.getValue()).as("of exactly that name").isEqualTo("Marc Aerts");
    type(field, "zoe muller");
    assertThat(field.getValue()).as("without its marks").isEqualTo("Zoé Müller");
    assertThat(fromClient).containsOnly(true).hasSize(3);
    assertThat(TypedText.isAllRead(new Div(field))).isTrue();
  }

  @Test
  void whatIsNotFoundIsSaidAndHoldsTheForm() {
    var field = lazy();
    type(field, "Nobody Here");

    assertThat(field.isInvalid()).isTrue();
    assertThat(field.getErrorMessage()).startsWith("“Nobody Here” was not found.");
    assertThat(field.getDefaultValidator().apply(null, new ValueContext()).isError()).isTrue();
    assertThat(TypedText.isAllRead(new Div(field))).isFalse();

    type(field, "aerts");
    assertThat(field.getErrorMessage()).startsWith("Several match “aerts”.");
    assertThat(field.getValue()).isNull();

    field.setValue("Luc Aerts");
    assertThat(field.isInvalid()).isFalse();
    assertThat(field.isUnread()).isFalse();
  }

  @Test
  void listsInMemoryAndNewItemsAreReadAlike() {
    var field = new ChoiceField<String>("Name");
    field.setItems(NAMES);
    UI.getCurrent().add(field);
    type(field, "muller");
    assertThat(field.getValue()).isEqualTo("Zoé Müller");

    field.otherwise(
        name -> name.length() > 3 ? Optional.of(name) : Optional.empty(), "Longer, please");
    type(field, "LUC AERTS");
    assertThat(field.getValue()).isEqualTo("Luc Aerts");
    type(field, "Eve");
    assertThat(field.getErrorMessage()).isEqualTo("Longer, please");
    assertThat(field.getValue()).isEqualTo("Luc Aerts");
  }

  @Test
  void severalAreChosenOneAfterTheOther() {
    var field = new ChoicesField<String>("Names");
    field.setItems(NAMES);
    UI.getCurrent().add(field);
    type(field, "luc");
    type(field, "muller");
    type(field, "luc aerts");
    assertThat(field.getValue()).containsExactly("Luc Aerts", "Zoé Müller");

    type(field, "nobody");
    assertThat(field.getErrorMessage()).startsWith("“nobody” was not found.");
    assertThat(field.isUnread()).isTrue();
  }

  @Test
  void whatIsOnlyAlikeIsNotChosen() {
    var field = new ChoiceField<String>("Name");
    field.setItems(query -> Stream.of("Altana").skip(query.getOffset()).limit(query.getLimit()));
    UI.getCurrent().add(field);

    type(field, "altona");
    assertThat(field.getValue()).isNull();
    assertThat(field.isUnread()).isTrue();
    type(field, "altan");
    assertThat(field.getValue()).isEqualTo("Altana");
  }

  @Test
  void leavingMakesNothing() {
    var field = new ChoicesField<String>("Tags");
    field.setItems(NAMES);
    field.otherwise(Optional::of, "");
    UI.getCurrent().add(field);

    leave(field, "aerts");
    assertThat(field.getValue()).isEmpty();
    assertThat(field.getErrorMessage()).contains("aerts", "Enter");
    leave(field, "luc aerts");
    assertThat(field.getValue()).containsExactly("Luc Aerts");
    type(field, "aerts");
    assertThat(field.getValue()).containsExactly("Luc Aerts", "aerts");
  }

  @Test
  void currencyIsTypedByItsCodeOrSign() {
    var field = new CurrencyField();
    UI.getCurrent().add(field);

    type(field, "chf");
    assertThat(field.getValue()).isEqualTo("CHF");
    type(field, "€");
    assertThat(field.getValue()).isEqualTo("EUR");
    type(field, "PRESS LINE");
    assertThat(field.getErrorMessage()).startsWith("This is not a currency.");
    assertThat(field.isUnread()).isTrue();
  }

  /** As the browser tells of a field that is left while something is typed in it. */
  private static void leave(ChoicesField<String> field, String text) {
    var data = JacksonUtils.createObjectNode();
    data.put("event.detail", text);
    field
        .getElement()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(field.getElement(), "choice-unread", data));
  }

  private static ChoiceField<String> lazy() {
    var field = new ChoiceField<String>("Name");
    field.setItems(
        query ->
            find(query.getFilter().orElse("")).skip(query.getOffset()).limit(query.getLimit()));
    UI.getCurrent().add(field);
    return field;
  }

  /** By parts of the name, in any order and without marks, as lists of records do. */
  private static Stream<String> find(String text) {
    return NAMES.stream()
        .filter(
            name ->
                Stream.of(text.split(" "))
                    .allMatch(
                        part ->
                            name.toLowerCase(Locale.ROOT)
                                .replace('ü', 'u')
                                .replace('é', 'e')
                                .contains(part)));
  }

  private static void type(ChoiceField<String> field, String text) {
    ComponentUtil.fireEvent(field, new CustomValueSetEvent<>(field, true, text));
  }

  private static void type(ChoicesField<String> field, String text) {
    ComponentUtil.fireEvent(field, new CustomValueSetEvent<>(field, true, text));
  }
}
