package eu.rempart.ops.site.ui;

import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.ops.site.SiteService;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.PageBanner;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The way to the sites. */
@Configuration(proxyBeanMethods = false)
public class SiteNavigation {

  public static final String SITES = "sites";

  @Bean
  NavigationEntry sitesEntry() {
    return NavigationEntry.forRight(
        Access.OPERATIONS,
        "sites.title",
        Glyph.COPY,
        SITES,
        NavigationEntry.Group.ADMINISTRATION,
        29);
  }

  @Bean
  @Order(0)
  PageBanner copyBanner(SiteService sites, CurrentMember member) {
    return new CopyBanner(sites, member);
  }
}
