import sys; sys.argv=['x']
exec(open('/tmp/lv.py').read().split("if __name__")[0])
for n in ('mnist','pen'):
    for t in D[n]:
        truth,text,at,idx,O,conf=t
        for v in ((1.5,2,.1,1),):
            ex,su,sr,_=evaluate([t],v)
            if su and not sr:
                b=both(at[idx],np.asarray(O),*v); s=list(text); pr=[]
                for i,q,o in zip(idx,b,O):
                    s[i]=ALPHABET[q.argmax()-1]
                    if i<len(truth) and s[i]!=truth[i]: pr.append((truth[i],s[i],'line',round(at[i][CODES[s[i]]],3),round(at[i][CODES[truth[i]]],4),'digit',round(o[int(s[i])],3) if s[i].isdigit() else '',round(o[int(truth[i])],4)))
                print(n,truth,''.join(s),pr)
