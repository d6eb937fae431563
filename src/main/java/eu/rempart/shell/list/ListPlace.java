package eu.rempart.shell.list;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where lists were left in this browser tab: each comes back with its view, filters and order, and
 * with the row that stood first, also by Back.
 */
public final class ListPlace {

  /**
   * Keeps the row that stands first, by the list's whole address, and goes to it again once the
   * list has so many rows.
   */
  private static final String KEEP_ROW =
      """
      const grid = this;
      const rows = window.rempartRows ??= {};
      const here = location.pathname + location.search;
      const row = rows[here] ?? 0;
      let tries = 0;
      const go = () => {
        if (!grid.isConnected || location.pathname + location.search !== here) return;
        // fewer rows by now: the last of them
        if (grid.size > row || (grid.size > 0 && !grid.loading)) grid.scrollToIndex(row);
        else if (tries++ < 600) requestAnimationFrame(go);
      };
      customElements.whenDefined(grid.localName).then(() => grid.updateComplete).then(() => {
        if (row > 0) go();
        grid.$.table.addEventListener('scroll', () => {
          if (grid.isConnected) rows[location.pathname + location.search] = grid._firstVisibleIndex;
        }, {passive: true});
      });
      """;

  /** An address that asks for the form of a new record does so once. */
  private static final String NEW = "new";

  private final Map<String, Location> left = new LinkedHashMap<>();

  private ListPlace() {}

  /** Shows in the address what a list, or another page, shows; no step of the browser's history. */
  public static void say(Location location) {
    UI ui = UI.getCurrent();
    ui.getPage().getHistory().replaceState(null, location);
    remember(ui, location);
  }

  /**
   * Notes an address that a tab has come to. One that asks for the form of a new record has done so
   * by now: the browser's address says it no more, so that a reload shows the list.
   */
  public static void arrive(UI ui, Location location) {
    remember(ui, location);
    QueryParameters parameters = location.getQueryParameters();
    if (parameters.getParameters().containsKey(NEW)) {
      var list = new Location(location.getPath(), parameters.excluding(NEW));
      ui.getPage().getHistory().replaceState(null, list);
    }
  }

  /** Notes an address that a tab shows. */
  public static void remember(UI ui, Location location) {
    Map<String, Location> left = of(ui).left;
    left.remove(location.getPath()); // the last one stands last
    left.put(
        location.getPath(),
        location.getQueryParameters().getParameters().containsKey(NEW)
            ? new Location(location.getPath())
            : location);
  }

  /**
   * Shows a list as it was left, or as it is at first.
   *
   * @param others paths of other lists of the same records: of all, the one that was left last is
   *     shown
   */
  public static void open(String path, String... others) {
    UI ui = UI.getCurrent();
    List<String> paths = Stream.concat(Stream.of(path), Stream.of(others)).toList();
    Location last =
        of(ui).left.values().stream()
            .filter(location -> paths.contains(location.getPath()))
            .reduce((_, later) -> later)
            .orElse(new Location(path));
    ui.navigate(last.getPath(), last.getQueryParameters());
  }

  /** Lets a list come back with the row that stood first. */
  static void keepRow(Grid<?> grid) {
    grid.addAttachListener(_ -> grid.getElement().executeJs(KEEP_ROW));
  }

  private static ListPlace of(UI ui) {
    ListPlace known = ComponentUtil.getData(ui, ListPlace.class);
    if (known != null) {
      return known;
    }
    var fresh = new ListPlace();
    ComponentUtil.setData(ui, ListPlace.class, fresh);
    return fresh;
  }
}
