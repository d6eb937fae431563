package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tabs that the address remembers as {@code ?tab=history}, so that a tab can be linked, reloaded
 * and left by "back". A tab's content is built when it is first shown.
 */
public final class UrlTabs extends TabSheet implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;
  private static final String PARAMETER = "tab";

  private final Map<String, Tab> tabs = new LinkedHashMap<>();
  private Location location = new Location("");

  /** Tabs without content yet. */
  public UrlTabs() {
    addClassName("url-tabs");
    addThemeVariants(TabSheetVariant.AURA_NO_BORDER);
    // The scrolling part inside can take the focus, which a list of tabs may not contain.
    addAttachListener(
        _ ->
            getElement()
                .executeJs(
                    """
                    const tabs = this.querySelector('vaadin-tabs');
                    tabs?.updateComplete.then(() => tabs.shadowRoot
                      .querySelector('#scroll')?.removeAttribute('tabindex'));
                    """));
    addSelectedChangeListener(
        change -> {
          if (change.isFromClient()) {
            remember();
          }
        });
  }

  /**
   * Adds a tab; the first one needs no parameter in the address.
   *
   * @param key as in the address: one word in small letters
   * @param label shown on the tab
   * @param content called once, when the tab is first shown
   */
  public UrlTabs add(String key, String label, Supplier<Component> content) {
    var place = new Div();
    place.addClassName("url-tab");
    var tab = new Tab(label);
    tabs.put(key, tab);
    addSelectedChangeListener(
        change -> {
          if (change.getSelectedTab().equals(tab) && place.getComponentCount() == 0) {
            place.add(content.get());
          }
        });
    add(tab, place);
    return this;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    location = event.getLocation();
    var wanted = location.getQueryParameters().getSingleParameter(PARAMETER).map(tabs::get);
    wanted.or(() -> tabs.values().stream().findFirst()).ifPresent(this::setSelectedTab);
  }

  private void remember() {
    var selected = getSelectedTab();
    var first = tabs.values().iterator().next();
    var parameters =
        selected.equals(first)
            ? QueryParameters.empty()
            : tabs.entrySet().stream()
                .filter(tab -> tab.getValue().equals(selected))
                .findFirst()
                .map(tab -> QueryParameters.of(PARAMETER, tab.getKey()))
                .orElseGet(QueryParameters::empty);
    location = new Location(location.getPath(), parameters);
    UI.getCurrent().getPage().getHistory().pushState(null, location);
  }
}
