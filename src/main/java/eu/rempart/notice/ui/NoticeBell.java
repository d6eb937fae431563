package eu.rempart.notice.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.SignedInMember;
import eu.rempart.notice.NoticeBoard;
import eu.rempart.notice.NoticeService;
import eu.rempart.shell.part.Glyph;
import eu.rempart.vault.lock.VaultLockedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how many notices are unread, as soon as one comes. */
@StyleSheet("styles/notices.css")
final class NoticeBell extends Anchor {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(NoticeBell.class);

  private final transient NoticeService notices;
  private final transient NoticeBoard board;
  private final transient SignedInMember me;
  private final transient CurrentMember current;
  private final Span count = new Span();
  private final Span words = new Span();

  NoticeBell(NoticeService notices, NoticeBoard board, SignedInMember me, CurrentMember current) {
    this.notices = notices;
    this.board = board;
    this.me = me;
    this.current = current;
    setHref(NoticeNavigation.NOTICES);
    addClassName("notice-bell");
    count.addClassName("notice-count");
    count.getElement().setAttribute("aria-hidden", "true");
    words.addClassName("visually-hidden");
    words.getElement().setAttribute("role", "status");
    add(Glyph.BELL.create(), count, words);
    show(notices.unread());
  }

  @Override
  protected void onAttach(AttachEvent event) {
    UI ui = event.getUI();
    Runnable stop = board.listen(me.memberId(), () -> refresh(ui));
    addDetachListener(
        detach -> {
          detach.unregisterListener();
          stop.run();
        });
  }

  /** Counts on the thread that brought the news, and shows it in the UI's own. */
  private void refresh(UI ui) {
    try {
      int unread = current.callAs(me, notices::unread);
      var _ = ui.access(() -> show(unread));
    } catch (UIDetachedException | VaultLockedException _) {
      LOG.debug("the page was closed in this moment");
    } catch (Exception e) {
      LOG.warn("counting notices failed: {}", e.getClass().getName());
    }
  }

  private void show(int unread) {
    count.setText(unread >= NoticeService.MOST_COUNTED ? "99+" : Integer.toString(unread));
    count.setVisible(unread > 0);
    words.setText(t("notice.unread", unread));
  }
}
