package eu.rempart.customfield.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import eu.rempart.bulk.BulkJob;
import eu.rempart.bulk.BulkOrder;
import eu.rempart.bulk.BulkService;
import eu.rempart.bulk.BulkState;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.search.rule.RuleOutdatedException;
import eu.rempart.search.rule.RuleText;
import eu.rempart.shell.list.SearchMemo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists whose conditions are on custom fields that are gone. */
class GoneFieldListTest extends WithFieldsInLists {

  @Autowired private BulkService bulk;

  @Test
  void aConditionOnAFieldThatIsGoneIsPassedOver() {
    UUID size = field(CustomKind.NUMBER, "Gone soon");
    CompanyId one = firm("Weggefallen", size, "1");
    fields.archive(size);

    soon(
        () ->
            assertThat(
                    found(
                        "Weggefallen",
                        new Rule.Test(CustomField.key(size), Operator.FROM, List.of("90000000"))))
                .containsExactly(one));
  }

  @Test
  void nothingIsDoneToAllThatAListFindsByAFieldThatIsGone() throws InterruptedException {
    UUID size = field(CustomKind.NUMBER, "Gone too");
    firm("Verschont", size, "1");
    CompanyQuery all = CompanyQuery.ALL;
    Rule gone = new Rule.Test(CustomField.key(size), Operator.FROM, List.of("90000000"));
    Rule rule = new Rule.All(List.of(new Rule.Any(List.of(gone))));
    CompanyQuery query =
        new CompanyQuery("Verschont", all.filter().with(rule), all.sort(), false, all.shown());
    soon(
        () -> {
          try (Stream<List<CompanyId>> ids = companies.ids(query, 10)) {
            assertThat(ids.flatMap(List::stream)).as("while there is the field").isEmpty();
          }
        });
    fields.archive(size);
    soon(
        () ->
            assertThatThrownBy(() -> companies.ids(query, 10))
                .isInstanceOf(RuleOutdatedException.class)
                .hasMessageNotContaining("90000000"));

    List<UUID> touched = new ArrayList<>();
    BulkJob job =
        bulk.start(
            new BulkOrder(
                "company",
                "archive",
                null,
                1,
                () ->
                    companies
                        .ids(query, 10)
                        .map(ids -> ids.stream().map(CompanyId::value).toList()),
                ids -> {
                  touched.addAll(ids);
                  return ids.size();
                },
                _ -> {}));
    job.await();
    assertThat(job.state()).isEqualTo(BulkState.FAILED);
    assertThat(job.outdated()).isTrue();
    assertThat(touched).isEmpty();
  }

  @Test
  void whoTakesOutAListByAFieldThatIsGoneIsToldWhy() {
    UUID size = field(CustomKind.NUMBER, "Gone at last");
    firm("Bleibtda", size, "1");
    Rule gone = new Rule.Test(CustomField.key(size), Operator.FROM, List.of("90000000"));
    fields.archive(size);
    String rule =
        SearchMemo.current()
            .keep(RuleText.write(new Rule.All(List.of(new Rule.Any(List.of(gone))))));
    soon(
        () -> {
          open("companies", foundBy("Bleibtda") + "&rule=" + rule);
          MenuBar menu =
              find(MenuBar.class, find(Div.class).withClassName("export-menu").single()).single();
          new MenuBarTester<>(menu).clickItem("Export", "CSV with commas");
          assertThat(says("Nothing was taken out")).isTrue();
        });
  }
}
