package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import eu.rempart.shell.RecordTab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tabs that other rooms add to the page of a record; what nobody opened is not built. */
public final class RecordTabs {

  private final String kind;
  private final List<RecordTab> tabs;
  private final Map<RecordTab, Div> opened = new LinkedHashMap<>();
  private @Nullable UUID record;

  /**
   * @param kind of the page's records: the name of their table
   * @param tabs of which those are taken that are for this kind
   */
  public RecordTabs(String kind, Stream<RecordTab> tabs) {
    this.kind = kind;
    this.tabs = tabs.filter(tab -> tab.isOn(kind)).toList();
  }

  /** Adds them behind those that are there. */
  public UrlTabs addTo(UrlTabs page) {
    tabs.forEach(tab -> page.add(tab.key(), t(tab.labelKey()), () -> open(tab)));
    return page;
  }

  /** Shows this record, or shows it anew. */
  public void show(UUID id) {
    record = id;
    opened.forEach(this::fill);
  }

  private Div open(RecordTab tab) {
    var place = new Div();
    opened.put(tab, place);
    fill(tab, place);
    return place;
  }

  private void fill(RecordTab tab, Div place) {
    UUID shown = record;
    place.removeAll();
    if (shown != null) {
      place.add(tab.show(kind, shown));
    }
  }
}
