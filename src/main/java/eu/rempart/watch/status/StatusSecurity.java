package eu.rempart.watch.status;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The public page is open to all, and gives nobody a session. */
@Configuration
class StatusSecurity {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 5)
  SecurityFilterChain status(HttpSecurity http) {
    return http.securityMatcher("/status", "/status.json", "/status/badge.svg")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        // what the controller says may be kept for some seconds
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .build();
  }
}
