package eu.rempart.archive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.archive.BinEntry;
import eu.rempart.archive.TestArchive;
import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.history.RecordRef;
import eu.rempart.history.Records;
import eu.rempart.history.TestHistory;
import eu.rempart.history.TestKinds;
import eu.rempart.history.TestViewer;
import eu.rempart.history.Viewer.Act;
import eu.rempart.history.ui.TestHistoryPanels;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.WholeNumberField;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BinViewTest extends BrowserlessTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestViewer viewer;
  private Writes writes;
  private TestArchive room;
  private Records records;

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.history.ui");
  }

  @BeforeEach
  void signIn() {
    viewer = new TestViewer(database.member("MEMBER"), Act.READ, Act.WRITE, Act.ARCHIVE);
    writes = database.writes(() -> Optional.of(Actor.manual(viewer.memberId())));
    room = TestArchive.services(database, writes, viewer, Clock.systemUTC());
    records = new Records(database, writes);
  }

  @Test
  void anEmptyBinSaysWhatItIsFor() {
    open();

    assertThat(find(H2.class).single().getText()).isEqualTo("The bin is empty");
    assertThat(find(Button.class).withText("Empty the bin").exists()).isFalse();
  }

  @Test
  void aRecordIsFoundByNameAndComesBackWithWhatBelongedToIt() {
    RecordRef contact = records.contact("Lefèvre");
    RecordRef company = records.company("Acme");
    RecordRef link = records.link(contact, company);
    room.archive().archive(List.of(contact, records.contact("Martin")), Reason.ARCHIVE);
    open();
    test(find(TextField.class).withLabel("Search").single()).setValue("lefevre");
    assertThat(test(grid()).size()).isEqualTo(1);

    grid().select(test(grid()).getRow(0));
    test(find(Button.class).withText("Restore").single()).click();
    Dialog dialog = find(Dialog.class).single();
    assertThat(find(ListItem.class, dialog).all())
        .extracting(ListItem::getText)
        .containsExactly("Contact: Lefèvre", "Place in a company: Lefèvre – Acme");
    test(find(Button.class, dialog).withText("Restore").single()).click();

    assertThat(records.lives(contact)).isTrue();
    assertThat(records.lives(link)).isTrue();
    assertThat(find(H2.class).single().getText()).isEqualTo("Nothing found");
  }

  @Test
  void recordIsCountedWithoutItsLinksAndCanBeLookedAt() {
    RecordRef company = records.company("Linkful");
    for (String name : List.of("Dupont", "Durand")) {
      records.link(records.contact(name), company);
    }
    room.archive().archive(List.of(company), Reason.ARCHIVE);
    open();
    test(find(TextField.class).withLabel("Search").single()).setValue("linkful");
    Div size = (Div) test(grid()).getCellComponent(0, 4);
    assertThat(size.getElement().getTextRecursively()).contains("1 record").contains("2 links");

    Div name = (Div) test(grid()).getCellComponent(0, 0);
    test(find(Button.class, name).withText("Linkful").single()).click();
    Dialog look = find(Dialog.class).single();
    assertThat(look.getHeaderTitle()).isEqualTo("Linkful");
    assertThat(look.getElement().getTextRecursively()).contains("Linkful", "Dupont, Durand");
    test(find(Button.class, look).withText("Close").single()).click();
    assertThat(records.lives(company)).isFalse();
  }

  @Test
  void whatStandsInTheWayIsToldBeforeTheRestComesBack() {
    RecordRef contact = records.contact("Dupont");
    RecordRef company = records.company("Acme");
    RecordRef link = records.link(contact, company);
    room.archive().archive(List.of(contact), Reason.ARCHIVE);
    room.archive().archive(List.of(company), Reason.ARCHIVE);
    open();
    test(find(TextField.class).withLabel("Search").single()).setValue("dupont");
    grid().select(test(grid()).getRow(0));
    test(find(Button.class).withText("Restore").single()).click();
    Dialog dialog = find(Dialog.class).single();
    test(find(Button.class, dialog).withText("Restore").single()).click();
    assertThat(records.lives(contact)).isFalse();

    test(find(Button.class, dialog).withText("Restore the rest").single()).click();
    assertThat(records.lives(contact)).isTrue();
    assertThat(records.lives(link)).isFalse();
  }

  @Test
  void anAdministratorEmptiesTheBinByItsNumberAndAnotherStopsIt() {
    room.archive().archive(List.of(records.contact("Dupont")), Reason.ARCHIVE);
    UUID administrator = database.member("ADMINISTRATOR");
    viewer.becomesAdministrator(administrator);
    int count = room.purges().count();
    open();
    test(find(Button.class).withText("Empty the bin").single()).click();
    Dialog dialog = find(Dialog.class).single();
    WholeNumberField typed =
        find(WholeNumberField.class, dialog).withLabel("Type " + count + " to confirm").single();
    Typing.into(typed, String.valueOf(count + 1));
    test(find(Button.class, dialog).withText("Empty the bin").single()).click();
    assertThat(typed.isInvalid()).isTrue();
    assertThat(room.purges().waiting()).isEmpty();

    Typing.into(typed, String.valueOf(count));
    test(find(Button.class, dialog).withText("Empty the bin").single()).click();
    assertThat(room.purges().waiting()).hasSize(1);

    viewer.becomesAdministrator(database.member("ADMINISTRATOR"));
    open();
    test(find(Button.class).withText("Stop it").single()).click();
    assertThat(room.purges().waiting()).isEmpty();
    assertThat(room.purges().count()).isEqualTo(count);
  }

  @Test
  void onceTheBinIsEmptyNothingOffersToEmptyIt() {
    room.archive().archive(List.of(records.contact("Dernier")), Reason.ARCHIVE);
    viewer.becomesAdministrator(database.member("ADMINISTRATOR"));
    int usual = room.purges().delayDays();
    delay(0); // a shorter delay that is set on the page holds days later
    open();
    test(find(Button.class).withText("Empty the bin").single()).click();
    Dialog dialog = find(Dialog.class).single();
    WholeNumberField days = find(WholeNumberField.class, dialog).all().getFirst();
    assertThat(days.getHelperText()).as("why 0 is no good idea").contains("nobody can stop it");
    Typing.into(days, "0");
    Typing.into(
        find(WholeNumberField.class, dialog).all().getLast(),
        String.valueOf(room.purges().count()));
    test(find(Button.class, dialog).withText("Empty the bin").single()).click();
    delay(usual);

    assertThat(room.purges().count()).isZero();
    assertThat(find(H2.class).single().getText()).isEqualTo("The bin is empty");
    assertThat(find(Button.class).withText("Empty the bin").exists()).isFalse();
    assertThat(find(Button.class).withText("Restore").exists()).isFalse();
  }

  private static void delay(int days) {
    database
        .owner()
        .execute(
            """
            INSERT INTO organisation_setting (name, value) VALUES ('bin.purge-delay-days', {0})
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            DSL.val(String.valueOf(days)));
  }

  private void open() {
    UI.getCurrent().removeAll();
    UI.getCurrent()
        .add(
            new BinView(
                room.archive(),
                room.purges(),
                TestHistory.service(database, writes, viewer),
                TestHistoryPanels.of(TestHistory.service(database, writes, viewer), viewer),
                TestKinds.all(),
                viewer));
  }

  @SuppressWarnings("unchecked")
  private Grid<BinEntry> grid() {
    return find(Grid.class).single();
  }
}
