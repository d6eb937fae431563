package eu.rempart.shell.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordGridTest extends BrowserlessTest {

  private final Towns towns = new Towns();
  private final RecordGrid<Town> list =
      new RecordGrid<>(
          "towns",
          towns,
          Town::id,
          town -> RecordCard.company(town.name(), town.country(), "towns/" + town.id()));

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.list");
  }

  @BeforeEach
  void open() {
    list.addTitle("name", "Name");
    list.addText("country", "Country", Town::country);
    list.addText("code", "Code", _ -> null, false);
    UI.getCurrent().add(list);
  }

  @Test
  void readsPageByPageAndSaysHowManyThereAre() {
    assertThat(test(list.grid()).size()).isEqualTo(120);
    assertThat(count()).isEqualTo("120 records");
    assertThat(towns.asked).allMatch(query -> query.limit() <= 120);
  }

  @Test
  void searchesAsOneTypes() {
    test(find(TextField.class).withLabel("Search").single()).setValue(" town 7 ");

    assertThat(test(list.grid()).size()).isEqualTo(1);
    assertThat(count()).isEqualTo("1 record");
    assertThat(list.search()).isEqualTo("town 7");
  }

  @Test
  void countsToTenThousandAndNoFurther() {
    towns.many = true;
    list.refresh();
    test(list.grid()).size();

    assertThat(count()).isEqualTo("10,000+ records");
  }

  @Test
  void handsTheSortOrderToTheSource() {
    list.grid().sort(GridSortOrder.desc(list.grid().getColumnByKey("country")).build());
    test(list.grid()).getRow(0);

    assertThat(towns.asked.getLast().sort()).contains(new RecordQuery.Sort("country", true));
  }

  @Test
  void isPutInOrderByAnAddressAndTellsItsOrder() {
    var changes = new ArrayList<String>();
    list.onSort(() -> changes.add(list.sort().map(RecordQuery.Sort::column).orElse("none")));

    list.setSort(Optional.of(new RecordQuery.Sort("country", true)));
    assertThat(list.sort()).contains(new RecordQuery.Sort("country", true));

    list.setSort(Optional.of(new RecordQuery.Sort("nonsense", false)));
    assertThat(list.sort()).isEmpty();
    assertThat(changes).containsExactly("country", "none");
  }

  @Test
  void cardsAreSortedByAChoiceOfColumns() {
    RadioButtonGroup<?> columns = open("sort-chooser", RadioButtonGroup.class);

    test(columns).selectItem("Country");
    test(open("sort-chooser", Checkbox.class)).click();

    assertThat(list.sort()).contains(new RecordQuery.Sort("country", true));
  }

  private <C extends Component> C open(String chooser, Class<C> type) {
    var popover = find(Popover.class, find(Div.class).withClassName(chooser).single()).single();
    popover.open();
    return find(type, popover).single();
  }

  @Test
  void whileFieldsAreEditedInTheListItSaysWhichAndMarksThem() {
    list.setEditor(Set.of("country", "code", "elsewhere"), (_, _) -> {});
    Button pencil =
        find(Button.class).all().stream()
            .filter(
                button ->
                    button.getAriaLabel().filter("Edit fields in the list"::equals).isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(find(Paragraph.class).withClassName("record-editable").exists()).isFalse();

    test(pencil).click();

    assertThat(find(Paragraph.class).withClassName("record-editable").single().getText())
        .isEqualTo("Click a marked cell to edit it. These columns can be edited: Country.");
    var town = test(list.grid()).getRow(0);
    assertThat(part("country", town)).isEqualTo("editable");
    assertThat(part("name", town)).isNull();

    list.setColumns(List.of("name", "code"));
    assertThat(find(Paragraph.class).withClassName("record-editable").single().getText())
        .as("what is chosen meanwhile counts too")
        .endsWith(": Code.");

    test(pencil).click();
    assertThat(part("country", town)).isNull();
    assertThat(find(Paragraph.class).withClassName("record-editable").exists()).isFalse();
  }

  private @Nullable String part(String column, Town town) {
    return list.grid().getColumnByKey(column).getPartNameGenerator().apply(town);
  }

  @Test
  void hidesColumnsThatAreNotChosen() {
    assertThat(list.grid().getColumnByKey("code").isVisible()).isFalse();
    assertThat(list.grid().getColumnByKey("country").isVisible()).isTrue();
  }

  @Test
  void offersBulkStepsForTheSelectedRowsOnly() {
    var archived = new ArrayList<Town>();
    list.addBulkAction("Archive", Glyph.ARCHIVE, chosen -> archived.addAll(chosen.some()));
    assertThat(find(Button.class).withText("Archive").exists()).isFalse();

    list.grid().select(new Town(3));
    list.grid().select(new Town(5));
    test(find(Button.class).withText("Archive").single()).click();

    assertThat(archived).containsExactlyInAnyOrder(new Town(3), new Town(5));
    list.deselectAll();
    assertThat(find(Button.class).withText("Archive").exists()).isFalse();
  }

  @Test
  void oneStepMayBeMeantForAllThatTheListFinds() {
    var chosen = new ArrayList<Chosen<Town>>();
    list.addBulkAction("Archive", Glyph.ARCHIVE, chosen::add);
    int all = test(list.grid()).size();
    list.grid().select(new Town(3));

    test(find(Button.class)
            .withCondition(button -> button.getText().startsWith("Select all that match"))
            .single())
        .click();
    test(find(Button.class).withText("Archive").single()).click();
    list.grid().select(new Town(5));
    test(find(Button.class).withText("Archive").single()).click();

    assertThat(chosen)
        .containsExactly(
            new Chosen<>(Set.of(), true, all),
            new Chosen<>(Set.of(new Town(3), new Town(5)), false, 2));
  }

  @Test
  void shiftTicksTheRowsBetween() {
    list.addBulkAction("Archive", Glyph.ARCHIVE, _ -> {});
    list.grid().select(new Town(60));
    list.toggled(new Town(60), true, false);
    list.toggled(new Town(57), true, true);

    assertThat(list.grid().getSelectedItems())
        .containsExactlyInAnyOrder(new Town(57), new Town(58), new Town(59), new Town(60));

    list.toggled(new Town(58), false, true);
    assertThat(list.grid().getSelectedItems())
        .containsExactlyInAnyOrder(new Town(59), new Town(60));
  }

  @Test
  void headerTicksAllThatAreShown() {
    var chosen = new ArrayList<Chosen<Town>>();
    list.addBulkAction("Archive", Glyph.ARCHIVE, chosen::add);
    test(list.grid()).size();
    list.tickShown(true);
    assertThat(find(Span.class).withText("120 selected").exists()).isTrue();
    list.grid().deselect(new Town(3));
    assertThat(find(Span.class).withText("119 selected").exists()).isTrue();
    list.tickShown(false);
    assertThat(find(Button.class).withText("Archive").exists()).isFalse();

    towns.many = true;
    list.refresh();
    roundTrip();
    list.tickShown(true);
    assertThat(find(Span.class).all()).extracting(Span::getText).contains("All 120+ selected");
    test(find(Button.class).withText("Archive").single()).click();
    assertThat(chosen).singleElement().extracting(Chosen::all).isEqualTo(true);
    list.refresh();
    roundTrip();
    assertThat(find(Button.class).withText("Archive").exists())
        .as("another list, of which nothing is chosen")
        .isFalse();
  }

  @Test
  void barOfTickedRowsPushesNoRow() {
    list.addBulkAction("Archive", Glyph.ARCHIVE, _ -> {});
    List<Component> parts = list.getChildren().toList();

    assertThat(parts.indexOf(list.grid())).isLessThan(parts.size() - 1);
    assertThat(parts.getLast()).isInstanceOf(BulkBar.class);
  }

  @Test
  void tellsAnEmptyListFromASearchWithoutHits() {
    list.setNothingYet(
        new EmptyState(Glyph.COMPANY, "No towns yet", "Found one."), () -> !towns.filtered);
    test(find(TextField.class).withLabel("Search").single()).setValue("nowhere");
    test(list.grid()).size();
    assertThat(emptyTitle()).isEqualTo("Nothing matches");

    towns.none = true;
    test(find(TextField.class).withLabel("Search").single()).setValue("");
    test(list.grid()).size();
    assertThat(emptyTitle()).isEqualTo("No towns yet");
  }

  @Test
  void takesTheSelectedRowsOutOrElseAll() {
    List<Set<Town>> taken = new ArrayList<>();
    list.addBulkAction("Archive", Glyph.ARCHIVE, _ -> {});
    list.addExport(
        "Table (CSV)",
        chosen -> {
          taken.add(chosen);
          return event -> event.setFileName("towns.csv");
        });
    MenuBar menu = find(MenuBar.class).single();

    new MenuBarTester<>(menu).clickItem("Export", "Table (CSV)");
    list.grid().select(new Town(3));
    new MenuBarTester<>(menu).clickItem("Export", "Table (CSV)");

    assertThat(taken).containsExactly(Set.of(), Set.of(new Town(3)));
  }

  @Test
  void takesNothingOutWhileTheIndexIsBeingBuilt() {
    list.addExport("Table (CSV)", _ -> event -> event.setFileName("towns.csv"));
    MenuBar menu = find(MenuBar.class).single();

    list.setIndexing(OptionalInt.of(40));
    assertThat(menu.isEnabled()).isFalse();

    list.setIndexing(OptionalInt.empty());
    assertThat(menu.isEnabled()).isTrue();
  }

  @Test
  void saysThatTheIndexIsBeingBuilt() {
    list.setIndexing(OptionalInt.of(40));
    assertThat(find(Span.class).withClassName("record-indexing").single().getText())
        .contains("40 %");

    list.setIndexing(OptionalInt.empty());
    assertThat(find(Span.class).withClassName("record-indexing").exists()).isFalse();
  }

  private String count() {
    return find(Span.class).withClassName("record-count").single().getText();
  }

  @Test
  void aFilterThatLeavesEverythingOutIsNoEmptyFirm() {
    list.setNothingYet(
        new EmptyState(Glyph.COMPANY, "No towns yet", "Found one."), () -> !towns.filtered);
    towns.filtered = true;
    towns.none = true;
    list.refresh();
    test(list.grid()).size();

    assertThat(emptyTitle()).isEqualTo("Nothing matches");
  }

  private String emptyTitle() {
    var state = (EmptyState) list.grid().getEmptyStateComponent();
    return state
        .getChildren()
        .filter(H2.class::isInstance)
        .map(child -> ((H2) child).getText())
        .findFirst()
        .orElseThrow();
  }

  record Town(int id) {
    String name() {
      return "Town " + id;
    }

    String country() {
      return id % 2 == 0 ? "Belgium" : "France";
    }
  }

  static class Towns implements RecordSource<Town> {
    final List<RecordQuery> asked = new ArrayList<>();
    boolean many;
    boolean none;
    boolean filtered;

    @Override
    public List<Town> page(RecordQuery query) {
      asked.add(query);
      return matching(query.search()).stream().skip(query.offset()).limit(query.limit()).toList();
    }

    @Override
    public RecordCount count(String search) {
      return new RecordCount(matching(search).size(), many);
    }

    private List<Town> matching(String search) {
      return IntStream.range(0, none ? 0 : 120)
          .mapToObj(Town::new)
          .filter(town -> search.isEmpty() || town.name().equalsIgnoreCase(search))
          .toList();
    }
  }
}
