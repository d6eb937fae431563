package eu.rempart.activity.feed.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Calendars never sign in: the link is what they know. They get no session. */
@Configuration
class FeedSecurity {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 10)
  SecurityFilterChain feed(HttpSecurity http) {
    return http.securityMatcher(FeedController.PATH + "**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        // there is nothing to forge, and the token would lie in a session
        .csrf(csrf -> csrf.disable())
        .build();
  }
}
