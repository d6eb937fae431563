package eu.rempart.savedview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyType;
import eu.rempart.savedview.SavedView;
import eu.rempart.savedview.SavedViewService;
import eu.rempart.savedview.ViewContent;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.view.ListField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.StringNode;

/** Conditions, groups and saved views above the list of companies. */
class ViewBarTest extends WithFirm {

  @Autowired private SavedViewService views;
  @Autowired private List<GlobalSearch> searches;

  private void firm(String name, CompanyType type) {
    companies.create(CompanyData.builder().name(name).type(type).build());
  }

  @SuppressWarnings("unchecked")
  private <T> Select<T> chooser(String label) {
    return find(Select.class).withAriaLabel(label).all().getLast();
  }

  private void condition(String field, Operator operator) {
    Select<ListField> fields = chooser("Field");
    fields.setValue(
        fields
            .getListDataView()
            .getItems()
            .filter(each -> each.name().equals(field))
            .findFirst()
            .orElseThrow());
    Select<Operator> operators = chooser("Comparison");
    operators.setValue(operator);
  }

  private void menu(String... step) {
    MenuBar bar =
        find(MenuBar.class)
            .withCondition(menu -> menu.getItems().getFirst().getText().equals("Save view"))
            .single();
    new MenuBarTester<>(bar).clickItem("Save view", step);
  }

  private int size() {
    return test(grid()).size();
  }

  @Test
  void conditionsNarrowTheListAndAreKeptUnderAName() {
    firm("Viewfirm Alpha", CompanyType.CUSTOMER);
    firm("Viewfirm Beta", CompanyType.PROSPECT);
    firm("Viewfirm Gamma", CompanyType.PARTNER);
    open("companies", foundBy("Viewfirm"));
    assertThat(size()).isEqualTo(3);

    click("Advanced filter");
    assertThat(
            find(Paragraph.class).withTextContaining("these conditions and the filters").exists())
        .as("how it goes with the filters beside it")
        .isTrue();
    condition("type", Operator.IS);
    @SuppressWarnings("unchecked")
    MultiSelectComboBox<String> values =
        find(MultiSelectComboBox.class).withAriaLabel("Value").single();
    values.setValue(Set.of("CUSTOMER", "PARTNER"));
    click("Apply");
    assertThat(size()).isEqualTo(2);
    assertThat(offers("Advanced filter (1)")).isTrue();
    assertThat(find(Button.class).withText("Advanced filter (1)").single().getTooltip().getText())
        .isIn("Type is Customer, Partner", "Type is Partner, Customer");

    menu(); // the only step is the button itself
    click("Save view");
    TextField name = find(TextField.class).withLabel("Name").single();
    assertThat(name.getErrorMessage()).isEqualTo("Give the view a name.");
    test(name).setValue("Good ones");
    click("Save view");
    assertThat(views.of("company")).extracting(SavedView::name).contains("Good ones");

    open("companies", "");
    Select<SavedView> choice = chooser("View");
    SavedView good =
        choice
            .getListDataView()
            .getItems()
            .filter(view -> view.name().equals("Good ones"))
            .findFirst()
            .orElseThrow();
    test(choice).selectItem("Good ones");
    assertThat(size()).isEqualTo(2);
    assertThat(find(TextField.class).withLabel("Search").single().getValue()).isEqualTo("Viewfirm");

    menu("Archive this view");
    assertThat(views.find(good.id())).isEmpty();
    click("Undo");
    assertThat(views.find(good.id())).isPresent();
  }

  @Test
  void aViewIsFoundByItsNameFromEveryPageAndOpens() {
    firm("Palettefirm Alpha", CompanyType.CUSTOMER);
    firm("Palettefirm Beta", CompanyType.PROSPECT);
    var content =
        new ViewContent(
            "Palettefirm",
            Map.of(),
            new Rule.Test("type", Operator.IS, List.of("PROSPECT")),
            List.of(),
            null,
            false,
            null);
    SavedView view = views.create("company", "Été prospects", false, content);
    assertThat(searches.stream().flatMap(each -> each.find("ete pros", 5).stream()))
        .anySatisfy(
            group -> {
              assertThat(group.labelKey()).isEqualTo("savedview.views");
              assertThat(group.hits())
                  .extracting(GlobalSearch.Hit::route)
                  .containsExactly("companies?view=" + view.id());
            });

    open("companies", "view=" + view.id());
    assertThat(size()).isEqualTo(1);
    Select<SavedView> choice = chooser("View");
    assertThat(choice.getValue().name()).isEqualTo("Été prospects");
    open("companies", "view=" + UUID.randomUUID());
    assertThat(size()).isGreaterThan(1);
  }

  /** Two customers and a supplier, and how many there are of each. */
  private void groupedByType(String word) {
    firm(word + " Alpha", CompanyType.CUSTOMER);
    firm(word + " Beta", CompanyType.CUSTOMER);
    firm(word + " Gamma", CompanyType.SUPPLIER);
    open("companies", foundBy(word));
    Select<ListField> group = chooser("Group");
    group.setValue(
        group
            .getListDataView()
            .getItems()
            .filter(field -> field.name().equals("type"))
            .findFirst()
            .orElseThrow());
    assertThat(chips()).containsExactly("All", "Customer2", "Supplier1");
  }

  @Test
  void groupsSayHowManyTheyHoldAndShowOneOfThem() {
    groupedByType("Groupfirm");

    test(find(NativeButton.class)
            .withClassName("group-chip")
            .withCondition(chip -> text(chip).startsWith("Customer"))
            .single())
        .click();
    assertThat(size()).isEqualTo(2);
    assertThat(chips()).containsExactly("All", "Customer2", "Supplier1");
  }

  @Test
  void groupsAreCountedAnewWhenSomethingElseIsLookedFor() {
    groupedByType("Recount");

    fill("Search", "Recount Al ");
    assertThat(chips()).containsExactly("All", "Customer1");
    assertThat(find(TextField.class).withLabel("Search").single().getValue())
        .as("one goes on typing")
        .isEqualTo("Recount Al ");

    firm("Recount Alto", CompanyType.PARTNER);
    fill("Search", "Recount Al");
    assertThat(chips()).containsExactly("All", "Customer1", "Partner1");
  }

  private SavedView narrowView(String name) {
    return views.create(
        "company",
        name,
        false,
        new ViewContent(
            "Narrowview",
            Map.of("type", List.of("SUPPLIER")),
            Rule.EVERYTHING,
            List.of("name", "website"),
            null,
            false,
            null));
  }

  private List<String> columns() {
    return grid().getColumns().stream()
        .filter(column -> column.isVisible() && column.getKey() != null)
        .map(Column::getKey)
        .toList();
  }

  @Test
  void whoLeavesAViewHasTheirOwnColumnsAgain() {
    narrowView("Few columns");
    open("companies", "");
    List<String> own = columns();
    test(this.<SavedView>chooser("View")).selectItem("Few columns");
    assertThat(columns()).containsExactly("name", "website");

    test(this.<SavedView>chooser("View")).selectItem(null);
    assertThat(columns()).isEqualTo(own);
  }

  @Test
  void columnsThatTheBrowserRemembersComeTooLateForAView() {
    SavedView view = narrowView("Linked columns");
    UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
    open("companies", "view=" + view.id());
    remembered("type,phone");
    assertThat(columns()).containsExactly("name", "website");

    test(this.<SavedView>chooser("View")).selectItem(null);
    assertThat(columns()).containsExactlyInAnyOrder("name", "type", "phone");
  }

  /** What the browser answers when it is asked for the columns. */
  private void remembered(String columns) {
    UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
    UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
        .filter(
            asked -> asked.getInvocation().getParameters().contains("rempart-columns-companies"))
        .forEach(asked -> asked.complete(new StringNode(columns)));
  }

  @Test
  void theAddressSaysWhichViewOrWhichConditionsAreShown() {
    SavedView view = narrowView("Addressed");
    open("companies", "");
    said();
    test(this.<SavedView>chooser("View")).selectItem("Addressed");
    assertThat(said()).last().isEqualTo("companies?view=" + view.id());

    click("Advanced filter");
    condition("language", Operator.FILLED);
    click("Apply");
    assertThat(said()).last().asString().contains("type=SUPPLIER", "found=", "rule=");

    test(this.<SavedView>chooser("View")).selectItem(null);
    assertThat(said()).last().isEqualTo("companies");
  }

  /** Addresses that were given to the browser. */
  private static List<String> said() {
    UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
    return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
        .flatMap(given -> given.getInvocation().getParameters().stream())
        .map(String::valueOf)
        .filter(text -> text.startsWith("companies"))
        .toList();
  }

  private List<String> chips() {
    return find(NativeButton.class).withClassName("group-chip").all().stream()
        .map(ViewBarTest::text)
        .toList();
  }

  private static String text(NativeButton chip) {
    return chip.getElement().getTextRecursively();
  }

  @Test
  void theAddressKeepsConditionsOnlyAsANumber() {
    firm("Addressfirm", CompanyType.CUSTOMER);
    String number =
        eu.rempart.shell.list.SearchMemo.current()
            .keep(
                eu.rempart.search.rule.RuleText.write(
                    new Rule.All(
                        List.of(new Rule.Test("type", Operator.IS, List.of("COMPETITOR"))))));

    open("companies", foundBy("Addressfirm") + "&rule=" + number);

    assertThat(size()).isZero();
    assertThat(offers("Advanced filter (1)")).isTrue();
  }
}
