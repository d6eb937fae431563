package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.Company;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CustomProposal;
import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.csv.Mapping;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Custom fields of a file: mapped by name, read as their kind, renamed and archived meanwhile. */
class ImportCustomFieldsTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ImportCustomFieldsTest() {
    super(house);
  }

  private CustomFieldService fields() {
    return house.bean(CustomFieldService.class);
  }

  @AfterEach
  void clear() {
    house.as(
        () -> {
          fields().all().forEach(field -> fields().archive(field.id()));
          return true;
        });
  }

  private UUID field(CustomKind kind, String label, CustomChoice... choices) {
    return house.as(
        () ->
            fields()
                .create(
                    kind,
                    new CustomFieldData(
                        new Labels(Map.of("en", label, "fr", label + " fr")),
                        Set.of("contact", "company"),
                        Set.of(),
                        false,
                        List.of(choices))));
  }

  private static CustomChoice choice(String code, String label) {
    return new CustomChoice(code, Labels.of(label), false);
  }

  private ImportFile mapped(BroughtFile file) throws IOException {
    CsvInspection found = file.inspect();
    Mapping mapping = CustomProposal.of(found, house.as(fields()::all));
    return file.table(found, mapping, ImportOptions.none());
  }

  private ImportJob bringIn(ImportFile file) {
    ImportJob job = house.as(() -> house.imports().start(file, MatchPolicy.UPDATE, new Codes()));
    await(job);
    return job;
  }

  private List<ProblemCode> problems(ImportJob preview) {
    return preview.shown().stream()
        .flatMap(row -> row.row().problems().stream())
        .map(RowProblem::code)
        .toList();
  }

  @Test
  void cellsBecomeValuesOfTheirKind() throws IOException {
    UUID size = field(CustomKind.NUMBER, "Shoe size");
    UUID since = field(CustomKind.DATE, "Member until");
    UUID budget = field(CustomKind.MONEY, "Budget");
    UUID vip = field(CustomKind.YES_NO, "VIP");
    UUID metals = field(CustomKind.CHOICES, "Metals", choice("au", "Gold"), choice("ag", "Silver"));

    bringIn(
        mapped(
            bring(
                """
                Email,Shoe size,MEMBER UNTIL fr,Budget,Vip,Metals
                ana@H,42.50,31/12/2031,1200.50 EUR,oui,silver; GOLD
                luc@H,,,,,
                """)));

    var values = one("ana").data().custom();
    assertThat(values.of(size)).isEqualTo("42.5");
    assertThat(values.of(since)).isEqualTo("2031-12-31");
    assertThat(values.of(budget)).isEqualTo("1200.50 EUR");
    assertThat(values.of(vip)).isEqualTo("true");
    assertThat(values.of(metals)).isEqualTo("ag,au");
    assertThat(one("luc").data().custom().isEmpty()).isTrue();
  }

  @Test
  void whatAFieldCannotHoldIsToldAndGoesIntoTheDescription() throws IOException {
    UUID metal = field(CustomKind.CHOICE, "Metal", choice("au", "Gold"));
    UUID size = field(CustomKind.NUMBER, "Shoe size");
    UUID shop = field(CustomKind.LINK, "Shop page");
    BroughtFile file =
        bring("Email,Metal,Shoe size,Shop page\nana@H,Bronze,large,javascript:alert(1)\n");

    ImportJob preview = house.as(() -> house.imports().preview(mapped(file), MatchPolicy.UPDATE));
    await(preview);
    assertThat(problems(preview))
        .contains(
            ProblemCode.CHOICE_UNKNOWN, ProblemCode.NUMBER_INVALID, ProblemCode.VALUE_INVALID);

    bringIn(mapped(file));
    var data = one("ana").data();
    assertThat(data.custom().of(metal) + data.custom().of(size) + data.custom().of(shop)).isEmpty();
    assertThat(data.description()).contains("Metal: Bronze").contains("Shoe size: large");
  }

  @Test
  void aRowUpdatesTheValuesThatItHasAndLeavesTheOthers() throws IOException {
    UUID one = field(CustomKind.TEXT, "Own one");
    UUID two = field(CustomKind.TEXT, "Own two");
    bringIn(mapped(bring("Email,Last name,Own one,Own two\nana@H,Bell,a,b\n")));
    bringIn(mapped(bring("Email,Last name,Own one,Own two\nana@H,Bell,,c\n")));

    var values = one("ana").data().custom();
    assertThat(values.of(one)).isEqualTo("a");
    assertThat(values.of(two)).isEqualTo("c");
  }

  @Test
  void aTableOfCompaniesFillsTheFieldsOfCompanies() throws IOException {
    UUID floor = field(CustomKind.NUMBER, "Floor area");
    CsvInspection found = bring("Company name,VAT number,Floor area\nHaus H,DE1,80\n").inspect();
    Mapping mapping = CustomProposal.of(found, house.as(fields()::all));
    assertThat(mapping.has(Field.COMPANY_CUSTOM)).isTrue();

    bringIn(mapped(bring("Company name,VAT number,Floor area\nHaus H,DE1,80\n")));
    Company company =
        house
            .as(() -> house.companies().findAll(house.companies().matching(null, of("Haus H"))))
            .getFirst();
    assertThat(company.data().custom().of(floor)).isEqualTo("80");
  }

  private void rename(UUID id, String label) {
    house.as(
        () -> {
          CustomField now = fields().all().getFirst();
          return fields()
              .save(
                  id,
                  now.version(),
                  new CustomFieldData(
                      Labels.of(label), now.records(), now.lists(), false, List.of()));
        });
  }

  private String table(int rows) {
    StringBuilder csv = new StringBuilder("Email,Last name,Nickname\n");
    for (int i = 0; i < rows; i++) {
      csv.append("p%d@H,P%d,Nick%d\n".formatted(i, i, i));
    }
    return csv.toString();
  }

  @Test
  void aFieldThatIsRenamedWhileAnImportRunsGoesOnByItsId() throws IOException {
    UUID id = field(CustomKind.TEXT, "Nickname");
    PausedRows paused = new PausedRows(this, 0, 600);
    ImportFile file = paused.around(mapped(bring(table(700))));
    ImportJob job = house.as(() -> house.imports().start(file, MatchPolicy.UPDATE, new Codes()));
    paused.awaitPause();
    rename(id, "Called");
    paused.goOn();
    await(job);

    assertThat(one("p1").data().custom().of(id)).isEqualTo("Nick1");
    assertThat(one("p699").data().custom().of(id)).isEqualTo("Nick699");
    assertThat(house.as(fields()::all).getFirst().label()).isEqualTo(Labels.of("Called"));
  }

  @Test
  void ofAFieldThatIsArchivedWhileAnImportRunsTheRowsTellAndTheValuesAreKept() throws IOException {
    UUID id = field(CustomKind.TEXT, "Nickname");
    PausedRows paused = new PausedRows(this, 0, 600);
    ImportFile file = paused.around(mapped(bring(table(1_100))));
    ImportJob job = house.as(() -> house.imports().start(file, MatchPolicy.UPDATE, new Codes()));
    paused.awaitPause();
    house.as(() -> fields().archive(id));
    paused.goOn();
    await(job);

    assertThat(one("p1").data().custom().of(id)).isEqualTo("Nick1");
    assertThat(one("p1099").data().custom().of(id)).isEqualTo("Nick1099");
  }

  @Test
  void aPreviewTellsOfAFieldThatWasArchivedAfterItWasMapped() throws IOException {
    UUID id = field(CustomKind.TEXT, "Nickname");
    ImportFile file = mapped(bring("Email,Nickname\nana@H,Anne\nluc@H,\n"));
    house.as(() -> fields().archive(id));

    ImportJob preview = house.as(() -> house.imports().preview(file, MatchPolicy.UPDATE));
    await(preview);

    assertThat(problems(preview)).containsOnlyOnce(ProblemCode.FIELD_ARCHIVED);
  }
}
