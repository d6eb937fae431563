package eu.rempart.ops.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Reads {@code HOME/site/rempart.properties} where this machine belongs to a cluster: what {@code
 * ./rempart site} set, such as the address of both databases. The environment and the command line
 * outrank it, and it outranks the defaults that come with the application. Spring finds this class
 * in {@code META-INF/spring.factories}.
 */
public final class SiteSettings implements EnvironmentPostProcessor, Ordered {

  private static final String NAME = "settings of this site";
  private static final String DEFAULTS = "application.properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String home = environment.getProperty("rempart.home");
    if (home == null || home.isBlank()) {
      return;
    }
    SiteFolder site = SiteFolder.of(Path.of(home));
    Path file = site.properties();
    // without the cluster's file, which is written last, a command was broken off
    if (!Files.exists(file) || !Files.exists(site.cluster())) {
      return;
    }
    Properties settings = new Properties();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      settings.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "the settings in %s can't be read; make it readable for the user that runs Rempart"
              .formatted(file),
          e);
    }
    add(environment.getPropertySources(), new PropertiesPropertySource(NAME, settings));
  }

  private static void add(MutablePropertySources sources, PropertySource<?> settings) {
    for (PropertySource<?> source : sources) {
      if (source.getName().contains(DEFAULTS)) {
        sources.addBefore(source.getName(), settings);
        return;
      }
    }
    sources.addLast(settings);
  }

  /** The home folder may be named in a file that Spring reads first. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }
}
