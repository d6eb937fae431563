package eu.rempart.archive.ui;

import eu.rempart.account.Access;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the bin. */
@Configuration(proxyBeanMethods = false)
public class BinNavigation {

  /** Path of the bin, without a leading slash. */
  public static final String ROUTE = "bin";

  @Bean
  NavigationEntry binEntry() {
    return NavigationEntry.forRight(
            Access.ARCHIVE,
            "archive.bin.title",
            Glyph.TRASH,
            ROUTE,
            NavigationEntry.Group.TOOLS,
            30)
        .withKeys("g b");
  }
}
