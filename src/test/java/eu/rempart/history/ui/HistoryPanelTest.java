package eu.rempart.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.history.Records;
import eu.rempart.history.TestHistory;
import eu.rempart.history.TestKinds;
import eu.rempart.history.TestViewer;
import eu.rempart.history.Viewer.Act;
import eu.rempart.shell.custom.NoCustomFields;
import eu.rempart.shell.field.MomentField;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryPanelTest extends BrowserlessTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestViewer viewer;
  private HistoryPanels panels;
  private Records records;
  private int told;

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.history.ui");
  }

  @BeforeEach
  void signIn() {
    UUID member = database.member("MEMBER");
    viewer = new TestViewer(member, Act.READ, Act.WRITE);
    Writes writes = database.writes(member);
    HistoryService history = TestHistory.service(database, writes, viewer);
    panels = new HistoryPanels(history, TestKinds.all(), viewer, new NoCustomFields());
    records = new Records(database, writes);
  }

  @Test
  void aChangeIsToldAndItsOldValuePutBack() {
    RecordRef contact = records.contact("Dupont");
    records.change(contact, edit -> edit.lastName("Durand"));
    open(contact);

    assertThat(marked("history-old")).containsExactly("Dupont");
    assertThat(marked("history-new")).startsWith("Durand");
    test(find(Button.class).withText("Put this value back").single()).click();

    assertThat(told).isEqualTo(1);
    assertThat(marked("history-old")).containsExactly("Durand", "Dupont");
    assertThat(marked("history-why")).contains("An old value was put back");
    assertThat(find(Notification.class).exists()).isTrue();
  }

  @Test
  void aValueIsNotPutBackOverANewerChange() {
    RecordRef contact = records.contact("Dupont");
    records.change(contact, edit -> edit.lastName("Durand"));
    open(contact);
    records.change(contact, edit -> edit.language("fr"));
    test(find(Button.class).withText("Put this value back").single()).click();

    assertThat(told).isZero();
    assertThat(marked("history-old")).hasSize(2);
  }

  @Test
  void readersAndArchivedRecordsHaveNothingToPutBack() {
    RecordRef contact = records.contact("Dupont");
    records.change(contact, edit -> edit.lastName("Durand"));
    viewer.becomes(viewer.memberId(), Act.READ);
    open(contact);
    assertThat(find(Button.class).withText("Put this value back").exists()).isFalse();

    database.owner().execute("DELETE FROM contact WHERE id = ?", contact.id());
    viewer.becomes(viewer.memberId(), Act.READ, Act.WRITE);
    open(contact);
    assertThat(find(Button.class).withText("Put this value back").exists()).isFalse();
    assertThat(marked("history-sentence").getFirst())
        .isEqualTo("Database user rempart_owner archived this record");
  }

  @Test
  void aRecordIsShownAsItWasWithItsDifferencesMarked() {
    RecordRef contact = records.contact("Dupont");
    LocalDateTime between =
        database
            .app()
            .fetchSingle("SELECT clock_timestamp() AT TIME ZONE 'UTC'")
            .get(0, LocalDateTime.class);
    records.change(contact, edit -> edit.lastName("Durand"));
    open(contact);
    test(find(Button.class).withText("As it was on …").single()).click();
    assertThat(find(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .anyMatch(text -> text.startsWith("The record did not exist"));

    find(MomentField.class).single().setValue(between.atOffset(ZoneOffset.UTC).toLocalDateTime());
    assertThat(find(DescriptionList.Description.class).withClassName("history-differs").all())
        .singleElement()
        .satisfies(
            shown ->
                assertThat(shown.getChildren().map(part -> ((Span) part).getText()))
                    .containsExactly("Dupont", "Today: Durand"));
  }

  @Test
  void longHistoriesOpenBitByBit() {
    RecordRef contact = records.contact("Dupont");
    for (int i = 0; i < 60; i++) {
      String name = "Name " + i;
      records.change(contact, edit -> edit.lastName(name));
    }
    open(contact);
    assertThat(find(EventLine.class).all()).hasSize(50);
    test(find(Button.class).withText("Show older changes").single()).click();
    assertThat(find(EventLine.class).all()).hasSize(61);
    assertThat(find(Button.class).withText("Show older changes").exists()).isFalse();
  }

  private void open(RecordRef record) {
    UI.getCurrent().removeAll();
    UI.getCurrent().add(new Div(panels.of(record, () -> told++)));
  }

  private List<String> marked(String className) {
    return find(Span.class).withClassName(className).all().stream().map(Span::getText).toList();
  }
}
