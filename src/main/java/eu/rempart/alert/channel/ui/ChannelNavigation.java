package eu.rempart.alert.channel.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to where messages of the alert go. */
@Configuration(proxyBeanMethods = false)
public class ChannelNavigation {

  public static final String SERVERS = "alert-servers";

  /** Where administrators set up the server that takes outgoing mail. */
  public static final String MAIL = "outgoing-mail";

  @Bean
  NavigationEntry outgoingMailEntry() {
    return NavigationEntry.forAdministrators("alert-channel.mail.title", Glyph.MAIL, MAIL, 28);
  }

  @Bean
  NavigationEntry alertServersEntry() {
    return NavigationEntry.forAdministrators("alert-channel.title", Glyph.LINK, SERVERS, 29);
  }
}
