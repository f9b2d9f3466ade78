package org.hrcamel.console;

import java.util.List;
import java.util.Map;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.jolokia.server.core.service.api.Restrictor;
import org.jspecify.annotations.Nullable;

/** Tells Hawtio what {@link JmxAccess} will refuse, so that it greys out those buttons instead of failing when they are pressed. */
final class HawtioPermissions extends StandardMBean implements HawtioPermissionsMBean {

    /** Hawtio looks for {@code *:type=security,area=jmx,*}. */
    static final String NAME = "org.hrcamel:type=security,area=jmx";

    private static final String[] COLUMNS = {"ObjectName", "Method", "CanInvoke"};

    private final Restrictor access;
    private final CompositeType row;
    private final TabularType table;

    HawtioPermissions(Restrictor access) throws OpenDataException {
        super(HawtioPermissionsMBean.class, false);
        this.access = access;
        row = new CompositeType(
                "canInvoke", "Whether an operation is let through", COLUMNS, COLUMNS, new OpenType<?>[] {
                    SimpleType.STRING, SimpleType.STRING, SimpleType.BOOLEAN
                });
        table = new TabularType("canInvoke", "Operations", row, new String[] {COLUMNS[0], COLUMNS[1]});
    }

    @Override
    public boolean canInvoke(String mbean) {
        return name(mbean) != null && !access.isObjectNameHidden(name(mbean));
    }

    @Override
    public boolean canInvoke(String mbean, String method) {
        return name(mbean) != null && access.isOperationAllowed(name(mbean), method);
    }

    @Override
    public boolean canInvoke(String mbean, String method, String[] types) {
        return canInvoke(mbean, method);
    }

    @Override
    public TabularData canInvoke(Map<String, List<String>> methods) throws OpenDataException {
        TabularDataSupport answers = new TabularDataSupport(table);
        for (Map.Entry<String, List<String>> mbean : methods.entrySet()) {
            for (String method : mbean.getValue()) {
                Object[] values = {mbean.getKey(), method, canInvoke(mbean.getKey(), method)};
                CompositeDataSupport answer = new CompositeDataSupport(row, COLUMNS, values);
                if (!answers.containsKey(answers.calculateIndex(answer))) {
                    answers.put(answer);
                }
            }
        }
        return answers;
    }

    private static @Nullable ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException malformed) {
            return null;
        }
    }
}
