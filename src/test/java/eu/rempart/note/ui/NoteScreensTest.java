package eu.rempart.note.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.tabs.Tab;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.note.NoteService;
import eu.rempart.note.Written;
import eu.rempart.richtext.RichText;
import eu.rempart.search.Indexes;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.rich.RichTextField;
import eu.rempart.shell.rich.RichTextView;
import eu.rempart.shell.timeline.RecordTimeline;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with notes, on the page of whom they are about. */
class NoteScreensTest extends WithFirm {

  @Autowired private NoteService notes;
  @Autowired private NoteGlobalSearch search;
  @Autowired private CurrentMember current;
  private ContactId contact;
  private RecordRef about;

  @BeforeEach
  void somebody() {
    contact = person("Nora", "Notes");
    about = new RecordRef("contact", contact.value());
  }

  private void open() {
    open(ContactNavigation.details(contact), "tab=timeline");
  }

  private Note note(String html) {
    return ((Written.Kept) notes.write(about, html)).note();
  }

  private void write(String html) {
    find(RichTextField.class).single().setValue(html);
    click("Save note");
  }

  private void press(String label) {
    test(find(Button.class)
            .withCondition(b -> b.getAriaLabel().filter(label::equals).isPresent())
            .all()
            .getFirst())
        .click();
  }

  /** What the cards say, from top to bottom. */
  private List<String> texts() {
    return find(RichTextView.class, find(RecordTimeline.class).single()).all().stream()
        .map(NoteScreensTest::said)
        .toList();
  }

  private static String said(Component view) {
    String html =
        view.getChildren().findFirst().orElseThrow().getElement().getProperty("innerHTML");
    return RichText.clean(html).plain();
  }

  @Test
  void aNoteIsWrittenChangedPinnedArchivedAndBroughtBack() {
    open();
    click("Write a note");
    write("<p>Prefers <strong>mornings</strong></p>");
    assertThat(texts()).containsExactly("Prefers mornings");
    assertThat(offers("Write a note")).isTrue();
    note("<p>Second</p>");
    open();
    assertThat(texts()).containsExactly("Second", "Prefers mornings");

    press("Edit note");
    write("<p>Second thoughts</p>");
    assertThat(texts()).containsExactly("Second thoughts", "Prefers mornings");
    assertThat(says("Edited")).isTrue();

    notes.pin(last(), true);
    open();
    assertThat(texts()).containsExactly("Prefers mornings", "Second thoughts");
    press("Unpin note");
    assertThat(texts()).containsExactly("Second thoughts", "Prefers mornings");

    press("Archive note");
    assertThat(texts()).containsExactly("Prefers mornings");
    click("Undo");
    assertThat(texts()).containsExactly("Second thoughts", "Prefers mornings");
  }

  private eu.rempart.note.NoteId last() {
    return new eu.rempart.note.NoteId(notes.keys(about, null, 5).getLast().id());
  }

  @Test
  void whatCanNotBeKeptStaysInTheFieldWithASentence() {
    open();
    click("Write a note");
    click("Save note");
    assertThat(find(RichTextField.class).single().problem()).isEqualTo("Write something first.");

    String much = "<p>" + "x".repeat(20_001) + "</p>";
    write(much);
    assertThat(find(RichTextField.class).single().problem()).contains("20,000");
    assertThat(find(RichTextField.class).single().getValue()).isEqualTo(much);
  }

  @Test
  void whoeverWasFasterIsShownAndNothingIsLost() {
    Note note = note("<p>Before</p>");
    open();
    press("Edit note");
    notes.rewrite(note.id(), 1, "<p>Theirs</p>");
    write("<p>Mine</p>");
    assertThat(texts()).containsExactly("Theirs");
    assertThat(find(RichTextField.class).single().getValue()).isEqualTo("<p>Mine</p>");

    click("Save note");
    assertThat(texts()).containsExactly("Mine");
  }

  @Test
  void aNoteThatWasLeftIsThereAgain() {
    open();
    click("Write a note");
    find(RichTextField.class).single().setValue("<p>Half a th</p>");
    sessions.end(current.get().signIn(), SessionEnd.IDLE);
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    open();
    assertThat(find(RichTextField.class).single().getValue()).isEqualTo("<p>Half a th</p>");
    click("Cancel");
    assertThat(find(RichTextField.class).single().getValue())
        .as("a slip of the hand loses nothing")
        .isEqualTo("<p>Half a th</p>");
    confirm();
    open();
    assertThat(find(RichTextField.class).exists()).isFalse();
  }

  @Test
  void aChangedNoteThatWasLeftTakesNothingBackThatOthersWroteSince() {
    Note note = note("<p>Before</p>");
    open();
    press("Edit note");
    find(RichTextField.class).single().setValue("<p>Half of mine</p>");
    notes.rewrite(note.id(), 1, "<p>Theirs</p>");

    open();
    press("Edit note");
    assertThat(find(RichTextField.class).single().getValue()).isEqualTo("<p>Half of mine</p>");
    click("Save note");
    assertThat(texts()).as("one is shown it first").containsExactly("Theirs");
    click("Save note");
    assertThat(texts()).containsExactly("Half of mine");
  }

  @Test
  void theTimelineShowsChangesAmongNotesAndOneKindAlone() {
    note("<p>Only a note</p>");
    open();
    assertThat(find(ListItem.class).withClassName("history-event").exists()).isTrue();
    click("Notes");
    assertThat(find(ListItem.class).withClassName("history-event").exists()).isFalse();
    assertThat(texts()).containsExactly("Only a note");
    click("Changes");
    assertThat(texts()).isEmpty();
    assertThat(find(ListItem.class).withClassName("history-event").exists()).isTrue();
    click("Imports");
    assertThat(find(ListItem.class).withClassName("history-event").exists()).isFalse();
    click("Everything");
    assertThat(texts()).containsExactly("Only a note");
  }

  @Test
  void aLongTimelineIsReadPageByPage() {
    for (int i = 0; i < 45; i++) {
      note("<p>Note " + i + "</p>");
    }
    open();
    assertThat(texts()).hasSize(20).first().isEqualTo("Note 44");
    click("Show older");
    assertThat(texts()).hasSize(40);
    click("Show older");
    assertThat(texts()).hasSize(45).last().isEqualTo("Note 0");
    assertThat(find(Button.class).withText("Show older").exists()).isFalse();
  }

  @Test
  void readersReadAndAreOfferedNothingElse() {
    note("<p>Readable</p>");
    actAs(Role.READER);
    open();
    assertThat(texts()).containsExactly("Readable");
    assertThat(offers("Write a note")).isFalse();
    assertThat(
            find(Button.class)
                .withCondition(b -> b.getAriaLabel().filter("Edit note"::equals).isPresent())
                .exists())
        .isFalse();
  }

  @Test
  void aNoteFoundEverywhereLeadsToItsRecord() {
    Indexes.awaitReady(notes::indexState);
    Note note = note("<p>Needle in the note-stack</p>");
    List<GlobalSearch.Group> found = search.find("needle stack", 5);
    assertThat(found.getFirst().hits())
        .extracting(GlobalSearch.Hit::route)
        .contains("notes/" + note.id());

    UI.getCurrent().navigate("notes/" + note.id());
    roundTrip();
    assertThat(find(H1.class).single().getText()).isEqualTo("Nora Notes");
    assertThat(find(Tab.class).withCondition(Tab::isSelected).single().getLabel())
        .isEqualTo("Timeline");
  }
}
