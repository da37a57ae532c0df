package dev.belfry.swing.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.EventQueue;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeansTest {
    @ParameterizedTest
    @ValueSource(classes = {IncomingCallPanel.class, OutgoingCallPanel.class, InCallPanel.class, CallPanel.class})
    void aBuilderCanPlaceThePanel(Class<? extends AbstractCallPanel> type) throws Exception {
        List<PropertyDescriptor> properties =
                List.of(Introspector.getBeanInfo(type).getPropertyDescriptors());
        assertThat(properties)
                .filteredOn(property -> property.getName().equals("controller"))
                .singleElement()
                .satisfies(property -> {
                    assertThat(property.isBound()).isTrue();
                    assertThat(property.isPreferred()).isTrue();
                    assertThat(property.getWriteMethod()).isNotNull();
                });
        EventQueue.invokeAndWait(() -> {
            AbstractCallPanel panel = create(type);
            assertThat(panel.getPreferredSize().width).isGreaterThanOrEqualTo(480);
            assertThat(panel.getMinimumSize().width).isLessThanOrEqualTo(280);
            assertThat(panel.isEndCallOnWindowClose()).isTrue();
            List<Object> changes = new ArrayList<>();
            panel.addPropertyChangeListener("endCallOnWindowClose", event -> changes.add(event.getNewValue()));
            panel.setEndCallOnWindowClose(false);
            assertThat(changes).containsExactly(false);
        });
    }

    @Test
    void refusesOtherThreads() {
        CallPanel panel = new CallPanel();
        assertThatThrownBy(() -> panel.setEndCallOnWindowClose(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("event dispatch thread");
    }

    private static AbstractCallPanel create(Class<? extends AbstractCallPanel> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }
}
