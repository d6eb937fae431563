package eu.rempart.customfield.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.data.provider.SortDirection;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyRow;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.exchange.export.ExportWords;
import eu.rempart.exchange.export.RecordExport;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Custom fields in lists: found by words, as conditions, as columns, and taken out. */
class CustomFieldListTest extends WithFieldsInLists {

  @Autowired private RecordExport export;

  private List<CompanyId> with(UUID field, Operator operator, String value) {
    return found("", new Rule.Test(CustomField.key(field), operator, List.of(value)));
  }

  @Test
  void valuesAreFoundByWordsAndConditions() {
    UUID note = field(CustomKind.LONG_TEXT, "Remark");
    UUID size = field(CustomKind.NUMBER, "Size");
    UUID metal =
        field(
            CustomKind.CHOICE,
            "Metal",
            new CustomChoice("au", Labels.of("Goldklasse"), false),
            new CustomChoice("ag", Labels.of("Silberklasse"), false));
    CompanyId one = firm("Regelfirma Eins", note, "zebrafish\nand others");
    CompanyId two = firm("Regelfirma Zwei", size, "12.5");
    CompanyId three = firm("Regelfirma Drei", metal, "au");

    soon(() -> assertThat(found("zebrafish", Rule.EVERYTHING)).containsExactly(one));
    soon(() -> assertThat(with(size, Operator.FROM, "120000")).containsExactly(two));
    soon(() -> assertThat(with(metal, Operator.IS, "au")).containsExactly(three));
    assertThat(with(size, Operator.TO, "120000")).isEmpty();
    assertThat(found("goldklasse", Rule.EVERYTHING)).containsExactly(three);
    assertThat(with(note, Operator.FILLED, "")).containsExactly(one);

    firm("Regelfirma Vier", size, "13");
    assertThat(with(size, Operator.FROM, "120000")).as("changes are followed").hasSize(2);
  }

  private List<CompanyId> sorted(String text, UUID field, boolean descending) {
    CompanyQuery all = CompanyQuery.ALL;
    var query =
        new CompanyQuery(
            text, all.filter(), all.sort(), descending, all.shown(), List.of(field), field);
    return companies.page(query, 0, 10).rows().stream().map(CompanyRow::id).toList();
  }

  @Test
  void listsAreSortedByAFieldWithTheEmptyOnesLast() {
    UUID size = field(CustomKind.NUMBER, "Order size");
    UUID grade =
        field(
            CustomKind.CHOICE,
            "Grade",
            new CustomChoice("zz", Labels.of("Zaphir first"), false),
            new CustomChoice("aa", Labels.of("Amber second"), false));
    CompanyId ten = firm("Reihenfirma A", size, "10");
    CompanyId nine = firm("Reihenfirma B", size, "9.5");
    CompanyId amber = firm("Reihenfirma C", grade, "aa");
    CompanyId zaphir = firm("Reihenfirma D", grade, "zz");

    soon(
        () ->
            assertThat(sorted("Reihenfirma", size, false))
                .containsExactly(nine, ten, amber, zaphir));
    assertThat(sorted("Reihenfirma", size, true)).containsExactly(ten, nine, amber, zaphir);
    assertThat(sorted("Reihenfirma", grade, false))
        .as("in the order in which they are offered")
        .containsExactly(zaphir, amber, ten, nine);
    assertThat(sorted("Reihenfirma", UUID.randomUUID(), false))
        .as("a field that is gone")
        .hasSize(4);

    open("companies", foundBy("Reihenfirma") + "&sort=-" + CustomField.key(size));
    assertThat(grid().getSortOrder())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.getSorted().getKey()).isEqualTo(CustomField.key(size));
              assertThat(order.getDirection()).isEqualTo(SortDirection.DESCENDING);
            });
    assertThat(((CompanyRow) test(grid()).getRow(0)).id()).isEqualTo(ten);
  }

  @Test
  void contactsAreSortedByAFieldToo() {
    UUID code =
        fields.create(
            CustomKind.TEXT,
            new CustomFieldData(Labels.of("Code"), Set.of("contact"), Set.of(), false, List.of()));
    List<ContactId> people = new ArrayList<>();
    for (String value : List.of("éclair", "zebra", "eagle")) {
      people.add(
          contacts.create(
              ContactData.builder()
                  .firstName(value)
                  .lastName("Codefolk")
                  .custom(CustomValues.NONE.with(code, value))
                  .build()));
    }
    var query =
        new ContactQuery(
            "Codefolk",
            ContactFilter.NONE,
            ContactColumn.NAME,
            true,
            ContactColumn.DEFAULT,
            List.of(code),
            code);
    soon(
        () ->
            assertThat(contacts.page(query, 0, 10).rows())
                .extracting(ContactRow::id)
                .containsExactly(people.get(1), people.get(0), people.get(2)));
  }

  @Test
  void theListHasAColumnForEachFieldAndShowsWhatItIsToldTo() {
    UUID size = field(CustomKind.NUMBER, "Floor area");
    firm("Spaltenhaus", size, "42.5");
    open("companies", foundBy("Spaltenhaus"));

    List<Column<Object>> columns = grid().getColumns();
    Column<Object> own =
        columns.stream()
            .filter(column -> CustomField.key(size).equals(column.getKey()))
            .findFirst()
            .orElseThrow();
    assertThat(own.isVisible()).isTrue();
    assertThat(own.getHeaderText()).isEqualTo("Floor area");
    int place = columns.stream().filter(Column::isVisible).toList().indexOf(own);
    assertThat(test(grid()).getCellText(0, place)).isEqualTo("42.5");
  }

  @Test
  void theTableThatIsTakenOutHasTheFieldsThatTheListShows() throws IOException {
    UUID metal =
        field(
            CustomKind.CHOICES,
            "Metal",
            new CustomChoice("au", Labels.of("Gold"), false),
            new CustomChoice("ag", Labels.of("Silver"), false));
    UUID formula = field(CustomKind.TEXT, "Formula");
    CompanyId id = firm("Tabellenhaus", metal, "ag,au");
    companies
        .find(id)
        .ifPresent(
            company ->
                companies.save(
                    id,
                    company.version(),
                    company.data(),
                    company.data().toBuilder()
                        .custom(company.data().custom().with(formula, "=1+1"))
                        .build()));
    CompanyQuery all = CompanyQuery.ALL;
    CompanyQuery query =
        new CompanyQuery(
            "",
            all.filter(),
            all.sort(),
            false,
            Set.of(eu.rempart.company.CompanyColumn.NAME, eu.rempart.company.CompanyColumn.CUSTOM),
            List.of(metal, formula),
            null);
    var out = new ByteArrayOutputStream();
    export.companiesAsTable(
        query,
        List.of(id),
        new ExportWords(Locale.ENGLISH, key -> Texts.in(Locale.ENGLISH, key), Map.of(), Map.of()),
        out);

    String[] lines = out.toString(StandardCharsets.UTF_8).split("\r?\n");
    assertThat(lines[0]).contains("Metal").contains("Formula");
    assertThat(lines[1]).contains("Gold").contains("Silver").doesNotContain(",=1+1");
  }
}
