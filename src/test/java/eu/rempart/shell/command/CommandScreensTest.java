package eu.rempart.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The box that finds records, places and actions, and the sheet of keys. */
class CommandScreensTest extends WithFirm {

  private void type(String text) {
    test(find(TextField.class).withAriaLabel("Find anywhere").single()).setValue(text);
    roundTrip();
  }

  private List<String> actions() {
    return find(NativeButton.class).withClassName("search-command").all().stream()
        .flatMap(button -> find(Span.class, button).withClassName("search-title").all().stream())
        .map(Span::getText)
        .toList();
  }

  private void take(String action) {
    test(find(NativeButton.class)
            .withClassName("search-command")
            .withCondition(
                button ->
                    find(Span.class, button)
                        .withClassName("search-title")
                        .single()
                        .getText()
                        .equals(action))
            .single())
        .click();
    roundTrip();
  }

  private String heading() {
    return find(H1.class).single().getText();
  }

  @Test
  void recordsPlacesAndActionsAreFoundByTheirWordsInAnyOrder() {
    person("Palina", "Palettova");
    open("bin", "");
    type("palettova");
    assertThat(find(Anchor.class, find(Div.class).withClassName("search-hits").single()).all())
        .extracting(Anchor::getHref)
        .anyMatch(href -> href.startsWith("contacts/"));

    type("cont add");
    assertThat(actions()).contains("Add contact");
    type("calen");
    assertThat(actions()).contains("Calendar");
    type("new deal");
    assertThat(actions()).containsExactly("Add deal");
    type("go to calendar");
    take("Calendar");
    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("calendar");
  }

  @Test
  void actionsAndDailyPlacesShowBeforeAnythingIsTyped() {
    open("bin", "");
    assertThat(actions()).contains("Add contact", "Add deal", "Calendar").doesNotContain("Members");
  }

  @Test
  void keysLeadToPlacesAndAQuestionMarkListsThem() {
    open("bin", "");
    Shortcuts keys = find(Shortcuts.class).single();
    keys.press("g f");
    assertThat(heading()).isEqualTo("Favourites");

    find(Shortcuts.class).single().press("?");
    roundTrip();
    ShortcutSheet sheet = find(ShortcutSheet.class).single();
    assertThat(sheet.isOpened()).isTrue();
    assertThat(find(DescriptionList.Term.class, sheet).all())
        .extracting(DescriptionList.Term::getText)
        .contains("Favourites", "Calendar", "Activities", "Add contact", "Add activity");
    assertThat(find(Span.class, sheet).withClassName("key-cap").all())
        .extracting(Span::getText)
        .contains("Ctrl", "K", "?", "G", "F");
  }

  @Test
  void anActivityIsAddedFromAnyPage() {
    open("bin", "");
    find(Shortcuts.class).single().press("n a");
    roundTrip();
    fill("Subject", "Call the harbour master");
    click("Save activity");
    assertThat(heading()).isEqualTo("Call the harbour master");
  }

  @Test
  void aPagesOwnKeyPressesItsButtonAndEndsWithThePage() {
    open("contacts/" + person("Edith", "Editova").value(), "");
    assertThat(buttonsWithKeys()).contains("Edit");
    open("favourites", "");
    assertThat(buttonsWithKeys()).isEmpty();
  }

  private List<String> buttonsWithKeys() {
    return find(Button.class)
        .withCondition(button -> button.getElement().hasAttribute("data-keys"))
        .all()
        .stream()
        .map(Button::getText)
        .toList();
  }

  @Test
  void theSheetSpeaksFrench() {
    open("favourites", "");
    UI.getCurrent().setLocale(Locale.FRENCH);
    find(Shortcuts.class).single().press("?");
    roundTrip();
    assertThat(find(ShortcutSheet.class).single().getHeaderTitle()).isEqualTo("Raccourcis clavier");
  }
}
