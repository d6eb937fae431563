package eu.rempart.ops.backup.ui;

import eu.rempart.account.Access;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the backups. */
@Configuration(proxyBeanMethods = false)
public class BackupNavigation {

  public static final String BACKUPS = "backups";

  @Bean
  NavigationEntry backupsEntry() {
    return NavigationEntry.forRight(
        Access.OPERATIONS,
        "backups.title",
        Glyph.RESTORE,
        BACKUPS,
        NavigationEntry.Group.ADMINISTRATION,
        30);
  }
}
