package eu.rempart.search;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code rempart.search.*}.
 *
 * @param locale whose rules order names in lists, for everybody
 */
@ConfigurationProperties("rempart.search")
public record SearchSettings(@DefaultValue("fr") Locale locale) {}
