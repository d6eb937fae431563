package eu.rempart.notice.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.notice.NoticeBoard;
import eu.rempart.notice.NoticeService;
import eu.rempart.shell.TopBarItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to notices: the bell on top of every page. */
@Configuration(proxyBeanMethods = false)
public class NoticeNavigation {

  static final String NOTICES = "notices";

  @Bean
  TopBarItem noticeBell(NoticeService notices, NoticeBoard board, CurrentMember member) {
    return () ->
        member.may(Right.READ_RECORDS)
            ? java.util.Optional.of(new NoticeBell(notices, board, member.get(), member))
            : java.util.Optional.empty();
  }
}
