package eu.rempart.notice.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.meeting.ui.MeetingNavigation;
import eu.rempart.notice.Notice;
import eu.rempart.notice.NoticeKind;
import eu.rempart.notice.NoticeService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RelativeTime;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the member was told, newest first, and what they want to be told. */
@Route(value = NoticeNavigation.NOTICES, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
@StyleSheet("styles/notices.css")
public class NoticesView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  private final transient NoticeService notices;
  private final transient NoticeText texts;
  private final transient MeetingNavigation meetings;
  private final transient Map<UUID, String> names;
  private final OrderedList list = new OrderedList();
  private final Button more = new Button(t("notice.more"));
  private transient @Nullable Instant oldest;

  NoticesView(NoticeService notices, NoticeText texts, MeetingNavigation meetings) {
    this.notices = notices;
    this.texts = texts;
    this.meetings = meetings;
    this.names = texts.members();
    addClassName("notices-view");
    list.addClassName("notices");
    list.getElement().setAttribute("aria-label", t("notice.title"));
    var all = new Button(t("notice.readall"), Glyph.CHECK.create(), _ -> readAll());
    more.addThemeVariants(ButtonVariant.TERTIARY);
    more.addClickListener(_ -> showMore());
    var head = new Div(new H1(t("notice.title")), all);
    head.addClassName("notices-head");
    add(head, list, more, new NoticeChoices(notices));
    showMore();
  }

  private void showMore() {
    List<Notice> page = notices.mine(oldest, PAGE);
    page.forEach(notice -> list.add(line(notice)));
    if (!page.isEmpty()) {
      oldest = page.getLast().at();
    }
    more.setVisible(page.size() == PAGE);
    if (list.getChildren().findAny().isEmpty()) {
      var none = new ListItem(new EmptyState(Glyph.BELL, t("notice.none"), t("notice.none.hint")));
      list.add(none);
    }
  }

  private ListItem line(Notice notice) {
    String name = texts.record(notice.record());
    Component record =
        texts
            .path(notice.record())
            .<Component>map(path -> link(notice, path, name))
            .orElseGet(() -> new Span(name));
    var time = new RelativeTime(notice.at());
    time.addClassName("notice-time");
    var item = new ListItem(new Span(NoticeText.what(notice, names)), record, time);
    item.addClassName("notice-line");
    if (notice.kind() == NoticeKind.INVITED) {
      meetings.answering(new ActivityId(notice.record().id())).ifPresent(item::add);
    }
    if (!notice.read()) {
      item.addClassName("notice-unread");
      var mark = new Span(t("notice.new"));
      mark.addClassName("badge");
      item.add(mark);
    }
    return item;
  }

  private Anchor link(Notice notice, String path, String name) {
    var link = new Anchor(path, name);
    link.getElement().addEventListener("click", _ -> notices.read(notice));
    return link;
  }

  private void readAll() {
    notices.readAll();
    list.removeAll();
    oldest = null;
    showMore();
  }

  @Override
  public String getPageTitle() {
    return t("notice.title");
  }
}
