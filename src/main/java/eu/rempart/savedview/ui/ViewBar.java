package eu.rempart.savedview.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.savedview.SavedView;
import eu.rempart.savedview.SavedViewId;
import eu.rempart.savedview.SavedViewService;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Texts;
import eu.rempart.shell.view.ListField;
import eu.rempart.shell.view.ListState;
import eu.rempart.shell.view.RuleDialog;
import eu.rempart.shell.view.RuleLabels;
import eu.rempart.shell.view.ViewPlace;
import eu.rempart.shell.view.ViewedList;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses among the views of a list, changes what it shows, and keeps that. */
@StyleSheet("styles/views.css")
final class ViewBar extends Div implements AfterNavigationObserver {

  private static final long serialVersionUID = 1L;

  private final transient String kind;
  private final transient ViewedList list;
  private final transient SavedViewService views;
  private final transient WayBack back;
  private final boolean mayShare;
  private final Select<SavedView> choice = new Select<>();
  private final Select<ListField> group = new Select<>();
  private final Button conditions;
  private final ViewMenu menu;
  private final GroupStrip strip = new GroupStrip(this::narrow);
  private transient List<SavedView> known = List.of();
  private transient Rule rule = Rule.EVERYTHING;
  private transient @Nullable Rule narrowed;

  /** While it changes the list itself. */
  private boolean showing;

  ViewBar(
      String kind, ViewedList list, SavedViewService views, WayBack back, CurrentMember member) {
    this.kind = kind;
    this.list = list;
    this.views = views;
    this.back = back;
    this.mayShare = member.may(Right.WRITE_RECORDS);
    addClassName("view-bar");
    choice.setAriaLabel(t("savedview.view"));
    choice.setEmptySelectionAllowed(true);
    choice.setEmptySelectionCaption(t("savedview.all"));
    choice.setItemLabelGenerator(ViewBar::label);
    choice.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            go(change.getValue());
          }
        });
    conditions = new Button("", Glyph.SLIDERS.create(), _ -> edit());
    conditions.addThemeVariants(ButtonVariant.TERTIARY);
    group.setAriaLabel(t("savedview.group"));
    group.setItems(
        list.fields().stream().filter(field -> field.kind() == ListField.Kind.CHOICE).toList());
    group.setEmptySelectionAllowed(true);
    group.setEmptySelectionCaption(t("savedview.group.none"));
    group.setItemLabelGenerator(
        field ->
            field == null ? t("savedview.group.none") : t("savedview.group.by", field.label()));
    group.addValueChangeListener(_ -> narrow(Rule.EVERYTHING));
    menu = new ViewMenu(group);
    Phone.watch(this, menu::setNarrow);
    list.onChange(this::changed);
    var line = new Div(choice, conditions, group, menu);
    line.addClassName("view-line");
    add(line, strip);
    read(null);
  }

  /** The address of the list may have brought conditions. */
  @Override
  protected void onAttach(AttachEvent event) {
    rule = list.state().rule();
    say();
  }

  /** The address may name a view, that is found from every page. */
  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter(ViewPlace.VIEW)
        .flatMap(ListAddress::uuid)
        .flatMap(id -> known.stream().filter(view -> view.id().value().equals(id)).findFirst())
        .ifPresent(
            view -> {
              choice.setValue(view);
              go(view);
            });
  }

  private static String label(@Nullable SavedView view) {
    return view == null
        ? t("savedview.all")
        : view.shared() ? t("savedview.shared", view.name()) : view.name();
  }

  private void read(@Nullable SavedViewId chosen) {
    known =
        views.of(kind).stream()
            .sorted(Comparator.comparing(SavedView::name, Collator.getInstance(Texts.locale())))
            .toList();
    choice.setItems(known);
    known.stream().filter(view -> view.id().equals(chosen)).findFirst().ifPresent(choice::setValue);
    fillMenu();
  }

  private void fillMenu() {
    List<ViewMenu.Step> steps = new ArrayList<>();
    SavedView view = choice.getValue();
    boolean own = view != null && views.mayChange(view);
    if (own) {
      steps.add(
          new ViewMenu.Step(
              t("savedview.save.changes"), () -> save(view, view.name(), view.shared(), true)));
    }
    steps.add(new ViewMenu.Step(t("savedview.save.new"), this::askNew));
    if (own) {
      steps.add(new ViewMenu.Step(t("savedview.rename"), () -> askName(view)));
      steps.add(new ViewMenu.Step(t("savedview.archive"), () -> archive(view)));
    }
    menu.offer(steps);
  }

  private void go(@Nullable SavedView view) {
    show(view);
    ViewAddress.say(list.state(), view);
  }

  private void show(@Nullable SavedView view) {
    ListState state = view == null ? ListState.EVERYTHING : ViewStates.shown(view.content());
    rule = state.rule();
    narrowed = null;
    showing = true;
    list.show(state);
    String grouped = view == null ? null : view.content().group();
    group.setValue(
        list.fields().stream()
            .filter(field -> field.name().equals(grouped))
            .findFirst()
            .orElse(null));
    strip.show(group.getValue(), list, narrowed);
    showing = false;
    fillMenu();
    say();
  }

  private void edit() {
    new RuleDialog(
            list.fields(),
            rule,
            made -> {
              rule = made.isEmpty() ? Rule.EVERYTHING : made;
              narrow(Rule.EVERYTHING);
              say();
            })
        .open();
  }

  /** Shows one group only, or all. */
  private void narrow(Rule chosen) {
    narrowed = chosen.isEmpty() ? null : chosen;
    if (!showing) {
      count();
      ViewAddress.say(list.state(), null);
    }
  }

  /** How many records each group has follows from what is looked for, and from what they are. */
  private void changed() {
    if (!showing && group.getValue() != null) {
      count();
    }
  }

  private void count() {
    showing = true;
    ListState now = list.state();
    // counted without the group that is chosen
    list.show(now.with(rule));
    strip.show(group.getValue(), list, narrowed);
    if (narrowed != null) {
      list.show(now.with(new Rule.All(List.of(rule, narrowed))));
    }
    showing = false;
  }

  private void say() {
    int count = rule.tests();
    conditions.setText(t("savedview.conditions", count));
    conditions.setClassName("active", count > 0);
    conditions.setTooltipText(
        count == 0 ? t("shell.rule.relation") : RuleLabels.of(rule, list.fields()));
  }

  private @Nullable String grouped() {
    return Optional.ofNullable(group.getValue()).map(ListField::name).orElse(null);
  }

  private void askNew() {
    new SaveViewForm(
            t("savedview.save.new"),
            "",
            false,
            mayShare,
            (name, shared) -> {
              SavedView made =
                  views.create(
                      kind, name, shared, ViewStates.kept(list.state().with(rule), grouped()));
              read(made.id());
              ViewAddress.say(list.state(), made);
              Notices.success(t("savedview.saved"));
            })
        .open();
  }

  private void askName(SavedView view) {
    new SaveViewForm(
            t("savedview.rename"),
            view.name(),
            view.shared(),
            mayShare,
            (name, shared) -> save(view, name, shared, false))
        .open();
  }

  private void save(SavedView view, String name, boolean shared, boolean content) {
    boolean saved =
        views.save(
            new SavedView(
                view.id(),
                view.version(),
                view.ownerId(),
                view.kind(),
                shared,
                name,
                content ? ViewStates.kept(list.state().with(rule), grouped()) : view.content()));
    read(view.id());
    if (saved) {
      Notices.success(t("savedview.saved"));
    } else {
      Notices.error(t("savedview.stale"));
    }
  }

  private void archive(SavedView view) {
    var change = views.archive(view.id());
    read(null);
    go(null);
    back.offer(
        t("savedview.archived"),
        change,
        () -> {
          read(view.id());
          go(choice.getValue());
        });
  }
}
