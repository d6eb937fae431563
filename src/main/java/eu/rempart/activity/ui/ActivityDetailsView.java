package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.history.RecordRef;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordMarks;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RecordHeader;
import eu.rempart.shell.part.UrlTabs;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One activity: what is to be done, about whom, and its history. */
@StyleSheet("styles/activities.css")
@Route(value = ActivityNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class ActivityDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ActivityService activities;
  private final transient AboutCard about;
  private final transient MemberNames members;
  private final transient CurrentMember member;
  private final transient ActivityEditor editor;
  private final transient ActivityUnfinished unfinished;
  private final transient ActivityMarking marking;
  private final transient RecordMarks marks;
  private final transient HistoryPanels histories;
  private final transient CustomFields custom;
  private final transient SeriesService series;
  private final transient List<RelatedPanel> related;
  private final RecordHeader header = new RecordHeader();
  private final Button done =
      new Button(t("activity.mark.done"), Glyph.CHECK.create(), _ -> mark(ActivityStatus.DONE));
  private final Button cancel =
      new Button(t("activity.mark.cancelled"), _ -> mark(ActivityStatus.CANCELLED));
  private final Button reopen =
      new Button(t("activity.reopen"), Glyph.UNDO.create(), _ -> mark(ActivityStatus.OPEN));
  private final Button away =
      new Button(t("activity.archive"), Glyph.ARCHIVE.create(), _ -> archive());
  private final Button edit = new Button(t("activity.edit"), Glyph.EDIT.create(), _ -> edit());
  private final Div notice = new Div();
  private final Div details = new Div();
  private final Div history = new Div();
  private boolean historyShown;
  private transient @Nullable Activity activity;

  /** Which of the later occurrences of its series is meant; null for none. */
  private transient @Nullable Instant meant;

  ActivityDetailsView(
      ActivityService activities,
      AboutCard about,
      MemberNames members,
      CurrentMember member,
      ActivityEditor editor,
      ActivityUnfinished unfinished,
      ActivityMarking marking,
      RecordMarks marks,
      HistoryPanels histories,
      CustomFields custom,
      SeriesService series,
      ObjectProvider<RelatedPanel> related) {
    this.activities = activities;
    this.about = about;
    this.members = members;
    this.member = member;
    this.editor = editor;
    this.unfinished = unfinished;
    this.marking = marking;
    this.marks = marks;
    this.histories = histories;
    this.custom = custom;
    this.series = series;
    this.related =
        related.orderedStream().filter(panel -> panel.kind().equals("activity")).toList();
    notice.addClassName("draft-slot");
    addClassNames("activity-view", "record-view");
    details.addClassName("record-details");
    prepareActions();
    add(
        header,
        notice,
        new UrlTabs()
            .add("details", t("activity.tab.details"), () -> details)
            .add("history", t("activity.tab.history"), this::firstHistory));
  }

  private void prepareActions() {
    if (member.may(Right.ARCHIVE_RECORDS, "activity")) {
      header.addAction(away);
    }
    if (member.may(Right.WRITE_RECORDS, "activity")) {
      edit.addThemeVariants(ButtonVariant.PRIMARY);
      header.addAction(cancel);
      header.addAction(done);
      header.addAction(reopen);
      header.addAction(edit);
      Shortcuts.on(edit, Shortcuts.EDIT);
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    ActivityId id =
        event
            .getRouteParameters()
            .get("id")
            .flatMap(ListAddress::uuid)
            .map(ActivityId::new)
            .orElseThrow(NotFoundException::new);
    meant =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(ActivityNavigation.AT)
            .flatMap(ActivityDetailsView::moment)
            .orElse(null);
    show(activities.find(id).orElseThrow(NotFoundException::new));
  }

  private static Optional<Instant> moment(String seconds) {
    return seconds.matches("-?\\d{1,10}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private void reload() {
    if (activity != null) {
      activities.find(activity.id()).ifPresentOrElse(this::show, ActivityNavigation::openList);
    }
  }

  private void show(Activity shown) {
    activity = shown;
    Instant now = Instant.now();
    header.show(
        ActivityTexts.title(shown.data(), shown.unopenable()),
        ActivityTexts.line(shown.data(), now),
        Avatar.Shape.COMPANY);
    boolean open = shown.data().status() == ActivityStatus.OPEN;
    if (!open) {
      header.addBadge(ActivityTexts.status(shown.data().status()));
    } else if (ActivityTexts.overdue(shown.data(), now)) {
      header.addWarning(t("activity.overdue"));
    } else if (ActivityTexts.over(shown.data(), now)) {
      header.addBadge(ActivityTexts.status(shown.data(), now));
    }
    marks.show(header, "activity", shown.id().value(), shown.data().tags());
    UUID owner = shown.data().ownerId();
    boolean writes = member.may(Right.WRITE_RECORDS, "activity", owner);
    away.setVisible(member.may(Right.ARCHIVE_RECORDS, "activity", owner));
    edit.setVisible(writes);
    boolean markable = ActivityMarking.may(member, owner);
    done.setVisible(markable && open);
    cancel.setVisible(markable && open);
    reopen.setVisible(markable && !open);
    notice.removeAll();
    if (writes) {
      unfinished.notice(shown, this::edit).ifPresent(notice::add);
      Optional.ofNullable(meant)
          .flatMap(at -> series.later(shown.id(), at))
          .ifPresent(occurrence -> notice.add(later(occurrence, now)));
    }
    details.removeAll();
    var side = new Div(aboutCard(shown));
    side.addClassName("record-side");
    related.forEach(panel -> side.add(panel.show(shown.id().value())));
    details.add(new ActivityFacts(shown, members.all(), custom.book("activity")), side);
    if (historyShown) {
      fillHistory(shown);
    }
  }

  private Card aboutCard(Activity shown) {
    Card card = about.of(shown.links());
    if (member.may(Right.WRITE_RECORDS, "activity")) {
      var add =
          new Button(
              t("activity.add"),
              Glyph.ADD.create(),
              _ -> editor.create(editor.start().build(), shown.links(), ActivityNavigation::open));
      add.addThemeVariants(ButtonVariant.TERTIARY);
      Shortcuts.on(add, ActivityNavigation.NEW_KEYS);
      card.withAction(add);
    }
    return card;
  }

  private Component later(When occurrence, Instant now) {
    var said = new Div(new Span(t("activity.occurrence", ActivityTexts.when(occurrence, now))));
    var bar =
        new Div(
            Glyph.CALENDAR.create(),
            said,
            new Button(t("activity.occurrence.edit"), _ -> begin(occurrence)));
    bar.addClassName("draft-notice");
    bar.getElement().setAttribute("role", "status");
    return bar;
  }

  private Div firstHistory() {
    historyShown = true;
    if (activity != null) {
      fillHistory(activity);
    }
    return history;
  }

  private void fillHistory(Activity shown) {
    history.removeAll();
    history.add(histories.of(new RecordRef("activity", shown.id().value()), this::reload));
  }

  /** Also by its key, which may be pressed where the button is not shown. */
  private void edit() {
    begin(null);
  }

  private void begin(@Nullable When occurrence) {
    if (activity != null && edit.isVisible()) {
      notice.removeAll();
      editor.edit(
          activity,
          occurrence,
          saved -> {
            if (activity != null && saved.equals(activity.id())) {
              reload();
            } else {
              ActivityNavigation.open(saved);
            }
          });
    }
  }

  private void mark(ActivityStatus status) {
    if (activity != null) {
      marking.mark(List.of(activity.id()), status, this::reload);
    }
  }

  private void archive() {
    Activity shown = activity;
    if (shown != null) {
      marking.archive(
          List.of(shown.id()),
          ActivityNavigation::openList,
          () -> ActivityNavigation.open(shown.id()));
    }
  }

  @Override
  public String getPageTitle() {
    return activity == null
        ? t("activity.list.title")
        : ActivityTexts.title(activity.data(), activity.unopenable());
  }
}
