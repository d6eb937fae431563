package eu.rempart.metrics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Programs never sign in: the token is what they know, and they get no session. */
@Configuration
class MetricsSecurity {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 6)
  SecurityFilterChain metrics(HttpSecurity http) {
    return http.securityMatcher(MetricsController.PATH)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .build();
  }
}
