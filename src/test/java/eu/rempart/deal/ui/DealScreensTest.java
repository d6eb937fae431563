package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealContactRole;
import eu.rempart.deal.DealFilter;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.ui.panel.DealLines;
import eu.rempart.exchange.export.DealExport;
import eu.rempart.exchange.export.ExportWords;
import eu.rempart.exchange.export.TableFormat;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with deals, from the board to the archive. */
class DealScreensTest extends WithDeals {

  @Autowired private eu.rempart.deal.DealContactService people;
  @Autowired private DealGlobalSearch search;
  @Autowired private CurrentMember current;
  @Autowired private DealExport export;

  @Test
  void theListIsFilteredByItsAddressAndSearched() {
    CompanyId firm = firm("Kaufrausch AG");
    deals.create(data("Xylophon groß").companyId(firm).build());
    DealId won = deal("Xylophon klein");
    boards.win(won, 1);

    open("deals/list", "state=WON");
    fill("Search", "Xylophon");
    assertThat(test(grid()).size()).isEqualTo(1);
    assertThat(((DealRow) test(grid()).getRow(0)).shown().name()).isEqualTo("Xylophon klein");

    open("deals/list", "company=" + firm);
    assertThat(test(grid()).size()).isEqualTo(1);
    fill("Search", "Kaufrausch");
    assertThat(test(grid()).size()).as("found by the company's name").isEqualTo(1);
  }

  @Test
  void theListArchivesAndBringsBack() {
    deal("Wegwerf");
    show(DealNavigation.LIST);
    fill("Search", "Wegwerf");
    grid().select(test(grid()).getRow(0));
    click("Archive");
    assertThat(test(grid()).size()).isZero();

    click("Undo");
    assertThat(test(grid()).size()).isEqualTo(1);
  }

  @Test
  void aDealIsWonAndReopenedOnItsPage() {
    DealId id = deal("Siegeszug");
    navigate(DealNavigation.details(id), DealDetailsView.class);
    assertThat(find(H1.class).single().getText()).isEqualTo("Siegeszug");

    click("Won");
    assertThat(now(id).standing().state()).isEqualTo(DealState.WON);
    click("Reopen");
    assertThat(now(id).data().stageId()).isEqualTo(stage(0));
    assertThat(find(StagePath.class).single().getElement().getTextRecursively())
        .contains(pipeline().stages().getFirst().name());
  }

  @Test
  void historyShowsAmountsWithCurrencyAndCents() {
    DealId id = deal("Amounts of old");
    Deal before = now(id);
    deals.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().amount(new java.math.BigDecimal("12500.5")).build());
    open(DealNavigation.details(id), "tab=history");
    assertThat(says("€1,200.00")).isTrue();
    assertThat(says("€12,500.50")).isTrue();
  }

  @Test
  void browserTabIsCalledAsTheDealIsNow() {
    DealId id = deal("Vor der Taufe");
    navigate(DealNavigation.details(id), DealDetailsView.class);
    click("Edit");
    fill("Name", "Nach der Taufe");
    click("Save deal");
    roundTrip();

    assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Nach der Taufe · Rempart");
  }

  @Test
  void ofAConflictOneChoosesFieldByField() {
    DealId id = deal("Vorher");
    navigate(DealNavigation.details(id), DealDetailsView.class);
    click("Edit");
    fill("Name", "Meins");
    Deal before = now(id);
    deals.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().name("Ihres").source("Fair").build());
    click("Save deal");

    @SuppressWarnings("unchecked")
    RadioButtonGroup<Object> group =
        find(RadioButtonGroup.class, find(ConflictDialog.class).single()).single();
    assertThat(group.getLabel()).isEqualTo("Name");
    group.setValue(group.getListDataView().getItem(1));
    click(t("shell.conflict.save"));

    assertThat(now(id).data().name()).isEqualTo("Ihres");
    assertThat(now(id).data().source()).isEqualTo("Fair");
  }

  /** The idle lock takes the key and the page; the member types the password again. */
  private void isLockedAndSignsInAgain() {
    sessions.end(current.get().signIn(), SessionEnd.IDLE);
    cleanVaadinEnvironment();
    initVaadinEnvironment();
  }

  @Test
  void aFormThatWasLeftIsOfferedAgain() {
    DealId id = deal("Halbfertig");
    navigate(DealNavigation.details(id), DealDetailsView.class);
    click("Edit");
    fill("Name", "Fast fertig");
    isLockedAndSignsInAgain();

    navigate(DealNavigation.details(id), DealDetailsView.class);
    click(t("shell.draft.continue"));

    assertThat(find(TextField.class).withLabel("Name").all().getLast().getValue())
        .isEqualTo("Fast fertig");
  }

  @Test
  void aPersonTakesPartWithARoleAndTheirPageSaysSo() {
    DealId id = deal("Mit Anhang");
    ContactId petra = person("Petra", "Partnerin");
    navigate(DealNavigation.details(id), DealDetailsView.class);
    click("Add person");
    ComboBox<?> box = find(ComboBox.class).withLabel("Contact").single();
    new ComboBoxTester<>(box).selectItem("Petra Partnerin");
    this.<DealContactRole>select("Role").setValue(DealContactRole.DECISION_MAKER);
    click("Save");

    assertThat(people.of(id))
        .singleElement()
        .satisfies(person -> assertThat(person.role()).isEqualTo(DealContactRole.DECISION_MAKER));
    show(ContactNavigation.details(petra));
    assertThat(links("Mit Anhang")).isTrue();
  }

  private boolean links(String text) {
    return find(Anchor.class).withCondition(link -> link.getText().equals(text)).exists();
  }

  @Test
  void aCompanysPageShowsItsDealsAndAddsOne() {
    CompanyId firm = firm("Großkunde SE");
    show(CompanyNavigation.details(firm));
    assertThat(find(H2.class).withCondition(h -> h.getText().equals("Deals")).exists()).isTrue();
    click("Add deal");
    fill("Name", "Rahmenvertrag");
    click("Save deal");

    assertThat(links("Rahmenvertrag")).isTrue();
    assertThat(deals.of(firm, 5, DealLines.READ).rows()).hasSize(1);
  }

  @Test
  void dealsAreFoundInTheSearchOfEveryPage() {
    DealId id = deal("Nadel im Heuhaufen");

    List<GlobalSearch.Group> found = search.find("heuhauf", 5);

    assertThat(found.getFirst().hits())
        .extracting(GlobalSearch.Hit::route)
        .contains(DealNavigation.details(id));
  }

  @Test
  void theListGoesOutAsATable() throws java.io.IOException {
    deal("Exportschlager");
    var query =
        new DealQuery(
            "Exportschlager",
            DealFilter.NONE,
            DealColumn.NAME,
            false,
            EnumSet.of(DealColumn.NAME, DealColumn.AMOUNT, DealColumn.STAGE, DealColumn.STATE));
    var out = new ByteArrayOutputStream();

    export.asTable(
        query,
        List.of(),
        new ExportWords(Locale.ENGLISH, key -> Texts.in(Locale.ENGLISH, key), Map.of(), Map.of()),
        out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Deal name", "Exportschlager", "1200 EUR", "Open")
        .contains(pipeline().stages().getFirst().name());
  }

  @Test
  void listGoesOutAsWorkbookWithTypedAmounts() throws java.io.IOException {
    deal("Mappenschlager");
    var query =
        new DealQuery(
            "Mappenschlager",
            DealFilter.NONE,
            DealColumn.NAME,
            false,
            EnumSet.of(DealColumn.NAME, DealColumn.AMOUNT));
    var out = new ByteArrayOutputStream();

    export.asTable(
        query,
        List.of(),
        new ExportWords(
            Locale.ENGLISH,
            key -> Texts.in(Locale.ENGLISH, key),
            Map.of(),
            Map.of(),
            TableFormat.XLSX,
            ZoneOffset.UTC),
        out);

    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(java.util.Objects.requireNonNull(zip.getNextEntry()).getName())
          .isEqualTo("xl/worksheets/sheet1.xml");
      assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Deal name", "Mappenschlager", "<v>1200</v>");
    }
  }

  @Test
  void listOffersEveryKindOfTable() {
    open("deals/list", "");
    var menu =
        find(MenuBar.class)
            .withCondition(
                bar -> bar.getItems().stream().anyMatch(item -> item.getText().equals("Export")))
            .single();
    assertThat(menu.getItems().getFirst().getSubMenu().getItems())
        .extracting(item -> item.getText())
        .containsExactly(
            "CSV with commas", "Excel workbook (XLSX)", "CSV with semicolons", "CSV with tabs");
  }
}
