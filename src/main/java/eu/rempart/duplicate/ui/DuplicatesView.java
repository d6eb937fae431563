package eu.rempart.duplicate.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.duplicate.Pair;
import eu.rempart.duplicate.Scan;
import eu.rempart.search.SearchNotReadyException;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.bulk.BulkChanges;
import eu.rempart.shell.merge.MergeRoom;
import eu.rempart.shell.merge.MergeRoom.Side;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Records that are there twice: looked for, compared, merged. */
@StyleSheet("styles/duplicates.css")
@Route(value = DuplicateNavigation.DUPLICATES, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DuplicatesView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  /** So many pairs are read at most: whoever has more merges some first. */
  private static final int MAX_READ = 2_000;

  private static final int EVERY_MILLIS = 500;

  private final transient DuplicateService duplicates;
  private final transient BulkChanges changes;
  private final transient Map<String, MergeRoom> rooms = new LinkedHashMap<>();
  private final transient CurrentMember member;
  private final RadioButtonGroup<String> kind = new RadioButtonGroup<>();
  private final Button look;
  private final Button stop = new Button(t("duplicate.stop"));
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph state = new Paragraph();
  private final Div pairs = new Div();
  private final Button more = new Button(t("duplicate.more"), _ -> showMore());
  private int wanted = SHOWN;
  private transient @Nullable Scan scan;
  private transient @Nullable Registration polling;

  DuplicatesView(
      DuplicateService duplicates,
      BulkChanges changes,
      CurrentMember member,
      ObjectProvider<MergeRoom> merging) {
    this.duplicates = duplicates;
    this.changes = changes;
    this.member = member;
    merging.orderedStream().forEach(room -> rooms.put(room.kind(), room));
    addClassName("duplicates-view");
    kind.addClassName("segments");
    kind.setLabel(t("duplicate.kind"));
    kind.setItems(rooms.keySet());
    kind.setItemLabelGenerator(name -> t("duplicate.kind." + name));
    kind.setValue("contact");
    kind.addValueChangeListener(
        _ -> {
          scan = duplicates.running(kind.getValue()).orElse(null);
          wanted = SHOWN;
          show();
        });
    look = new Button(t("duplicate.look"), Glyph.SEARCH.create(), _ -> look());
    look.addThemeVariants(ButtonVariant.PRIMARY);
    stop.addClickListener(_ -> Optional.ofNullable(scan).ifPresent(Scan::cancel));
    bar.getElement().setAttribute("aria-label", t("duplicate.looking"));
    state.getElement().setAttribute("role", "status");
    pairs.addClassName("duplicate-pairs");
    var head = new Div(kind, look, stop);
    head.addClassName("duplicate-head");
    add(
        new H1(t("duplicate.title")),
        new Paragraph(t("duplicate.sentence")),
        head,
        bar,
        state,
        pairs,
        more);
    scan = duplicates.running(kind.getValue()).orElse(null);
    show();
  }

  /** Whether records of the kind that is shown may be merged. */
  private boolean writes() {
    return member.may(Right.WRITE_RECORDS, kind.getValue());
  }

  private void look() {
    try {
      scan = duplicates.scan(kind.getValue());
      getUI().ifPresent(this::watch);
      show();
    } catch (SearchNotReadyException _) {
      Notices.info(t("duplicate.indexing"));
    }
  }

  private void show() {
    Scan now = scan;
    boolean running = now != null && !now.ended();
    look.setVisible(writes());
    look.setEnabled(!running);
    stop.setVisible(running);
    bar.setVisible(running);
    if (now != null) {
      bar.setValue(now.progress());
      state.setText(
          now.failed()
              ? t("duplicate.failed")
              : t(running ? "duplicate.running" : "duplicate.done", now.looked(), now.pairs()));
    } else {
      state.setText("");
    }
    if (running) {
      pairs.removeAll();
      more.setVisible(false);
    } else {
      showPairs();
    }
  }

  private void showMore() {
    wanted += SHOWN;
    showPairs();
  }

  private void showPairs() {
    pairs.removeAll();
    MergeRoom room = rooms.get(kind.getValue());
    List<PairCard> cards = room == null ? List.of() : cards(room);
    cards.stream().limit(wanted).forEach(pairs::add);
    more.setVisible(cards.size() > wanted);
    if (cards.isEmpty()) {
      pairs.add(
          scan == null || scan.failed()
              ? new EmptyState(
                  Glyph.COPY, t("duplicate.before.title"), t("duplicate.before.sentence"))
              : new EmptyState(
                  Glyph.COPY, t("duplicate.empty.title"), t("duplicate.empty.sentence")));
    }
  }

  /** More than are wanted, if there are more; pairs of which one lies in the bin do not count. */
  private List<PairCard> cards(MergeRoom room) {
    for (int limit = 2 * wanted; ; limit *= 2) {
      List<Pair> open = duplicates.open(kind.getValue(), limit);
      List<PairCard> cards = cards(room, open);
      if (cards.size() > wanted || open.size() < limit || limit >= MAX_READ) {
        return cards;
      }
    }
  }

  private List<PairCard> cards(MergeRoom room, List<Pair> open) {
    Set<UUID> ids = new HashSet<>();
    open.forEach(pair -> ids.addAll(List.of(pair.first(), pair.second())));
    Map<UUID, Side> sides = room.sides(ids);
    List<PairCard> cards = new ArrayList<>();
    for (Pair pair : open) {
      Side first = sides.get(pair.first());
      Side second = sides.get(pair.second());
      if (first != null && second != null) {
        Runnable compare = () -> compare(room, pair, first, second);
        cards.add(new PairCard(pair, first, second, writes() ? compare : null, () -> part(pair)));
      }
    }
    return cards;
  }

  private void compare(MergeRoom room, Pair pair, Side first, Side second) {
    new MergeDialog(
            pair,
            first,
            second,
            choice -> changes.start(Merging.work(room, choice), this::showPairs))
        .open();
  }

  private void part(Pair pair) {
    duplicates.part(pair);
    showPairs();
    Notices.success(
        t("duplicate.parted"),
        () -> {
          duplicates.join(pair);
          showPairs();
        });
  }

  private void watch(UI ui) {
    if (polling == null) {
      ui.setPollInterval(EVERY_MILLIS);
      polling =
          ui.addPollListener(
              _ -> {
                show();
                if (scan == null || scan.ended()) {
                  unwatch(ui);
                }
              });
    }
  }

  private void unwatch(UI ui) {
    if (polling != null) {
      polling.remove();
      polling = null;
      ui.setPollInterval(-1);
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (scan != null) {
      watch(event.getUI());
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    unwatch(event.getUI());
  }

  @Override
  public String getPageTitle() {
    return t("duplicate.title");
  }
}
