package eu.rempart.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityService;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealService;
import eu.rempart.deal.NamedDeals;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.csv.Target;
import eu.rempart.exchange.csv.writing.CellReading;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.search.Indexes;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The wizard with files of deals and of activities, step by step. */
class DealImportViewTest extends WithFirm {

  @Autowired private DealService deals;
  @Autowired private NamedDeals named;
  @Autowired private ActivityService activities;

  @BeforeEach
  void awaitIndex() {
    Indexes.awaitReady(deals::indexState, activities::indexState);
  }

  private void upload(String name, String content) {
    navigate(ImportView.class);
    new UploadTester<>(find(Upload.class).single())
        .upload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    roundTrip();
  }

  private List<Deal> called(String name) {
    return deals.findAll(named.of(List.of(name)).values().stream().flatMap(List::stream).toList());
  }

  private int activitiesOf(String text) {
    return activities
        .page(
            new ActivityQuery(
                text,
                ActivityFilter.NONE,
                ActivityColumn.SUBJECT,
                false,
                Set.of(ActivityColumn.SUBJECT),
                ZoneOffset.UTC),
            0,
            10)
        .total();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Target> target(int column) {
    return (ComboBox<Target>)
        test(grid()).getCellComponent(column, "target").getChildren().findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private Select<ImportKind> holds() {
    return (Select<ImportKind>)
        find(Select.class).all().stream()
            .filter(select -> "What its rows are".equals(select.getLabel()))
            .findFirst()
            .orElseThrow();
  }

  /** What is asked of the numbers or dates of a column. */
  @SuppressWarnings("unchecked")
  private Select<CellReading> reading(int column) {
    return (Select<CellReading>)
        test(grid()).getCellComponent(column, "target").getChildren().toList().getLast();
  }

  private String meaning(int column, CellReading reading) {
    return reading(column).getItemLabelGenerator().apply(reading);
  }

  @Test
  void aColumnOfNumbersThatCouldBeTwoIsAskedOnce() {
    upload("asked.csv", "Deal name,Amount,Stage\nAskedlarge,1.250,New\nAskedlarger,2.000,New\n");
    click("Continue");
    Button forward = find(Button.class).withText("Continue").single();
    assertThat(forward.isEnabled()).isFalse();
    assertThat(reading(0).isVisible()).isFalse();
    assertThat(meaning(1, CellReading.DECIMAL_COMMA)).isEqualTo("1.250 means 1,250");
    assertThat(meaning(1, CellReading.DECIMAL_POINT)).isEqualTo("1.250 means 1.25");
    target(1).setValue(Target.IGNORE);
    assertThat(reading(1).isVisible()).as("nothing is asked of what is left out").isFalse();
    assertThat(forward.isEnabled()).isTrue();
    target(1).setValue(Target.of(Field.DEAL_AMOUNT));
    assertThat(forward.isEnabled()).isFalse();
    reading(1).setValue(CellReading.DECIMAL_COMMA);
    assertThat(forward.isEnabled()).isTrue();
    click("Continue");
    awaitPreview("2 rows");
  }

  @Test
  void datesThatCouldBeTwoAreAskedOnce() {
    upload("dated.csv", "Deal name,Stage,Expected close\nDateddeal,New,03/04/2027\n");
    click("Continue");
    Button forward = find(Button.class).withText("Continue").single();
    assertThat(forward.isEnabled()).isFalse();
    assertThat(
            find(Paragraph.class)
                .withText("Say what the numbers and dates of these columns mean: Expected close")
                .exists())
        .isTrue();
    assertThat(meaning(2, CellReading.DAY_FIRST)).isEqualTo("03/04/2027 means 3 Apr 2027");
    assertThat(meaning(2, CellReading.MONTH_FIRST)).isEqualTo("03/04/2027 means 4 Mar 2027");
    target(2).setValue(Target.IGNORE);
    assertThat(reading(2).isVisible()).as("nothing is asked of what is left out").isFalse();
    target(2).setValue(Target.of(Field.DEAL_EXPECTED_CLOSE));
    assertThat(forward.isEnabled()).isFalse();
    reading(2).setValue(CellReading.MONTH_FIRST);
    click("Continue");
    awaitPreview("1 row");
    assertThat(test(grid()).getCellText(0, 2)).isEqualTo("New · 4 Mar 2027");
  }

  @Test
  void dateThatProvesTheOrderSparesTheQuestion() {
    upload(
        "proved.csv",
        "Deal name,Stage,Expected close\nProved,New,03/04/2027\nProves,New,04/13/2027\n");
    click("Continue");
    assertThat(reading(2).isVisible()).isFalse();
    click("Continue");
    awaitPreview("2 rows");
    assertThat(test(grid()).getCellText(0, 2)).isEqualTo("New · 4 Mar 2027");
  }

  private void awaitPreview(String sentence) {
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(find(Paragraph.class).all())
                  .anyMatch(p -> p.getText().startsWith(sentence));
            });
  }

  @Test
  void aTableOfDealsIsMappedPlacedPreviewedImportedAndTakenBack() {
    upload(
        "deals.csv",
        """
        Deal name;Amount;Stage;Owner
        Importregatta;1.200,50 EUR;New;Ada Admin
        Importlost;5 EUR;Nowhere;
        """);
    assertThat(holds().getValue()).isEqualTo(ImportKind.DEALS);
    click("Continue");
    assertThat(target(1).getValue()).isEqualTo(Target.of(Field.DEAL_AMOUNT));
    assertThat(target(1).getListDataView().getItems())
        .contains(Target.of(Field.DEAL_STAGE))
        .doesNotContain(Target.of(Field.EMAIL), Target.of(Field.ACTIVITY_SUBJECT));

    click("Continue");
    awaitPreview("2 rows. Nothing has been changed");
    assertThat(test(grid()).getCellText(1, 4)).contains("No stage is called so here");

    @SuppressWarnings("unchecked")
    ComboBox<StageId> other =
        (ComboBox<StageId>)
            find(ComboBox.class).all().stream()
                .filter(box -> String.valueOf(box.getLabel()).startsWith("Stage for deals"))
                .findFirst()
                .orElseThrow();
    other.setValue(other.getListDataView().getItem(0));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(test(grid()).getCellText(1, 4)).contains("the chosen stage was taken");
            });
    assertThat(called("Importregatta")).isEmpty();
    assertThat(test(grid()).getCellText(0, 2)).isEqualTo("€1,200.50 · New");
    assertThat(find(Checkbox.class).single().getLabel())
        .isEqualTo("What has no owner in the file will belong to Ada Admin");

    click("Start the import");
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(() -> called("Importregatta").size() == 1);
    assertThat(called("Importregatta").getFirst().data().ownerId()).isEqualTo(admin().memberId());
    assertThat(called("Importlost").getFirst().data().ownerId())
        .as("as with one made by hand")
        .isEqualTo(admin().memberId());
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              navigate(ImportView.class);
              assertThat(offers("Undo this import")).isTrue();
            });

    test(find(Button.class).withText("Undo this import").all().getFirst()).click();
    confirm();
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(called("Importregatta")).isEmpty();
              assertThat(says("Undone")).isTrue();
            });
  }

  @Test
  void thePreviewShowsTheProductsOfARow() {
    upload(
        "sold.csv",
        """
        Deal name;Stage;Product name;Quantity;Unit price
        Importslate;New;Slate;12;49,90 EUR
        Importslate;New;Copper;1;9,00 EUR
        Importslate;New;Zinc;2;8,00 EUR
        Importslate;New;Lead;2;7,00 EUR
        """);
    click("Continue");
    assertThat(target(2).getValue()).isEqualTo(Target.of(Field.DEAL_PRODUCT));
    assertThat(target(3).getValue()).isEqualTo(Target.of(Field.DEAL_PRODUCT_QUANTITY));
    assertThat(target(4).getValue()).isEqualTo(Target.of(Field.DEAL_PRODUCT_PRICE));

    click("Continue");
    awaitPreview("4 rows. Nothing has been changed");
    assertThat(test(grid()).getCellText(0, 1))
        .isEqualTo(
            "Importslate · 12 × Slate: 49.9 EUR · 1 × Copper: 9 EUR · 2 × Zinc: 8 EUR · + 1");
    assertThat(test(grid()).getCellText(1, 1)).isEqualTo("Importslate · 1 × Copper: 9 EUR");
    assertThat(test(grid()).getCellText(1, 4))
        .isEqualTo("This row continues the record above: what it has was added to that one.");
    assertThat(called("Importslate")).isEmpty();
  }

  @Test
  void whatTheRowsAreCanBeCorrected() {
    upload("things.csv", "Name,Stage,Owner\nImportthing,New,\n");
    assertThat(holds().getValue()).isEqualTo(ImportKind.PEOPLE);

    holds().setValue(ImportKind.DEALS);
    assertThat(holds().getValue()).isEqualTo(ImportKind.DEALS);
    click("Continue");

    assertThat(target(0).getValue()).isEqualTo(Target.of(Field.DEAL_NAME));
    assertThat(target(1).getValue()).isEqualTo(Target.of(Field.DEAL_STAGE));
  }

  @Test
  void aTableOfActivitiesIsMappedPreviewedAndImported() {
    upload(
        "activities.csv",
        "Subject,When,Kind\nImportcall,2026-12-01 09:30,Call\n,2026-12-01,Task\n");
    assertThat(holds().getValue()).isEqualTo(ImportKind.ACTIVITIES);
    click("Continue");
    assertThat(target(2).getValue()).isEqualTo(Target.of(Field.ACTIVITY_KIND));

    click("Continue");
    awaitPreview("2 rows. Nothing has been changed");
    assertThat(test(grid()).getCellText(1, 4)).contains("The activity has no subject");

    click("Start the import");
    await().pollInSameThread().atMost(Patience.LONG).until(() -> activitiesOf("Importcall") == 1);
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(find(Paragraph.class).all())
                  .anyMatch(p -> p.getText().equals("The import is done."));
            });
  }
}
